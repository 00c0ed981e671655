-- The server keeps samples of a column's values for its planner. Of what was logged it is to keep none: what is erased
-- would stay among them.
alter table bot_records alter column entries set statistics 0;
