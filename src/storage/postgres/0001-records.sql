-- One row a record. `entries` is the very text that the hash covers (RFC 8785), so that the chain can be checked byte
-- for byte; jsonb would write it anew. The primary key is what keeps two from writing the same version.
create table bot_records (
  stream text collate "C" not null,
  version integer not null check (version > 0),
  recorded_at bigint not null,
  previous text not null,
  entries text not null,
  hash text not null,
  primary key (stream, version)
);
