-- The server keeps samples of a column's values for its planner. Of what was logged it is to keep none: what is erased
-- would stay among them.
alter table bot_records alter column entries set statistics 0;
-- What it has already it drops with the column's type, though that is the same; no row is written anew for it.
alter table bot_records alter column entries type text;
