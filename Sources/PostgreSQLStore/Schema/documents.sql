-- What Masa keeps in a database: documents byte for byte, journals line by line, and who may read and change which folder.
-- Nobody writes a table but through the functions below, which check what they are given; reading is narrowed row by row.

create table workspace (
  id int generated always as identity primary key,
  name text collate "C" not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,99}$')
);

-- A row of a folder is never updated: it is what a commit locks. An updated row hands its queue on unfairly.
create table folder (
  id bigint generated always as identity primary key,
  workspace int not null references workspace,
  path text collate "C" not null,
  unique (workspace, path)
);

create table head (
  folder bigint primary key references folder,
  last_sequence bigint not null default 0,
  last_hash text not null default ''
) with (fillfactor = 20);

-- The grantee is a role: an account, or a group that has accounts as members.
create table folder_right (
  folder bigint references folder on delete cascade,
  grantee oid,
  may_write boolean not null,
  primary key (folder, grantee)
);

create table document (
  folder bigint references folder,
  name text collate "C",
  workspace int not null,
  sequence bigint not null,
  bytes bytea compression lz4 not null,
  primary key (folder, name)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500,
  toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 500);
create index document_workspace on document (workspace);

create table journal (
  folder bigint references folder,
  sequence bigint,
  commit uuid not null,
  line bytea not null,
  primary key (folder, sequence)
);
create unique index journal_commit on journal (commit, folder);

-- The folders that whoever is logged in may read, or may also change.
create function may(to_write boolean) returns bigint[]
language sql stable security definer set search_path = masa, pg_temp as $$
  select coalesce(array_agg(distinct r.folder), '{}') from folder_right r
  where (r.may_write or not to_write) and pg_has_role(session_user, r.grantee, 'member')
$$;

-- The number by which journals know whoever is logged in: that of the role.
create function own_number() returns bigint
language sql stable security definer set search_path = masa, pg_temp as $$
  select quote_ident(session_user)::regrole::oid::bigint
$$;

alter table workspace enable row level security;
alter table folder enable row level security;
alter table head enable row level security;
alter table document enable row level security;
alter table journal enable row level security;
alter table folder_right enable row level security;

create policy open on folder for select to masa_user using (id = any ((select may(false))::bigint[]));
create policy open on head for select to masa_user using (folder = any ((select may(false))::bigint[]));
create policy open on document for select to masa_user using (folder = any ((select may(false))::bigint[]));
create policy open on journal for select to masa_user using (folder = any ((select may(false))::bigint[]));
create policy open on workspace for select to masa_user
  using (exists (select from folder f where f.workspace = workspace.id));

-- Every folder of a workspace that has one open to whoever asks, with what is open: names are no secret, as in a folder.
create function folders(workspace_ text)
returns table (id bigint, path text, last_sequence bigint, last_hash text, may_read boolean, may_write boolean)
language plpgsql stable security definer set search_path = masa, pg_temp as $$
declare readable bigint[] := may(false); writable bigint[] := may(true); ws int;
begin
  select w.id into ws from workspace w where w.name = workspace_
    and exists (select from folder f where f.workspace = w.id and f.id = any (readable));
  return query select f.id, f.path,
      case when f.id = any (readable) then h.last_sequence end, case when f.id = any (readable) then h.last_hash end,
      f.id = any (readable), f.id = any (writable)
    from folder f join head h on h.folder = f.id where f.workspace = ws order by f.path;
end $$;

-- Locks folders in one order, and answers where their journals end. Everything that is read for a commit is read behind it.
create function lock_folders(workspace_ text, paths text[])
returns table (id bigint, path text, last_sequence bigint, last_hash text)
language plpgsql volatile security definer set search_path = masa, pg_temp set lock_timeout = '5s' as $$
declare ids bigint[];
begin
  select array_agg(x.id) into ids from (
    select f.id from folder f join workspace w on w.id = f.workspace
    where w.name = workspace_ and f.path = any (paths) and f.id = any (may(true))
    order by f.id for no key update of f) x;
  if coalesce(cardinality(ids), 0) <> (select count(distinct p) from unnest(paths) p) or not ids <@ may(true) then
    raise exception 'a folder is not open to you' using errcode = '42501';
  end if;
  return query select f.id, f.path, h.last_sequence, h.last_hash
    from folder f join head h on h.folder = f.id where f.id = any (ids) order by f.id;
end $$;

-- Appends a line to the journal of a folder and puts its documents in place; null takes one away.
create function append(
  folder_ bigint, sequence_ bigint, commit_ uuid, line_ bytea, names text[], contents bytea[]) returns void
language plpgsql volatile security definer set search_path = masa, pg_temp as $$
declare ws int; last head; told jsonb; hash_ text;
begin
  -- A role may have switched it off for itself.
  if current_setting('synchronous_commit') not in ('on', 'remote_apply') then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  select workspace into ws from folder where id = folder_ and id = any (may(true)) for no key update;
  if not found then raise exception 'a folder is not open to you' using errcode = '42501'; end if;
  select * into last from head where folder = folder_;
  if sequence_ <> last.last_sequence + 1 then raise exception 'somebody was sooner' using errcode = '40001'; end if;
  begin
    told := convert_from(line_, 'UTF8')::jsonb;
  exception when others then
    raise exception 'the line is not JSON' using errcode = '22023';
  end;
  hash_ := encode(sha256(substr(line_, 1, length(line_) - 75)), 'hex');
  if jsonb_typeof(told) <> 'object' or substr(line_, length(line_) - 74) <> convert_to(',"hash":"' || hash_ || '"}', 'UTF8')
    or (told ->> 'sequence') is distinct from sequence_::text or (told ->> 'previous') is distinct from last.last_hash
    or (told ->> 'user') is distinct from session_user::text or (told ->> 'uid') is distinct from own_number()::text then
    raise exception 'the line does not follow' using errcode = '22023';
  end if;
  -- What no reader takes for an entry would shut everybody out of the folder; of two members of one name readers take either.
  if jsonb_typeof(told -> 'sequence') <> 'number' or jsonb_typeof(told -> 'uid') <> 'number'
    or jsonb_typeof(told -> 'title') is distinct from 'string' or jsonb_typeof(told -> 'changes') is distinct from 'array'
    or coalesce(told ->> 'at', '') !~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$'
    or exists (select from jsonb_array_elements(told -> 'changes') c where jsonb_typeof(c) <> 'object')
    or (select count(*) from json_object_keys(convert_from(line_, 'UTF8')::json)) <> (select count(*) from jsonb_object_keys(told)) then
    raise exception 'the line is no entry' using errcode = '22023';
  end if;
  if exists (select from unnest(names) n where n is null or n !~ '^[a-z0-9][a-z0-9._-]{0,150}\.json$') then
    raise exception 'a document has no name that it can have' using errcode = '22023';
  end if;
  begin
    insert into journal values (folder_, sequence_, commit_, line_);
  exception when unique_violation then
    raise exception 'the commit is there already' using errcode = '22023';
  end;
  delete from document d using unnest(names, contents) u(n, c) where d.folder = folder_ and d.name = u.n and u.c is null;
  insert into document as d select folder_, n, ws, sequence_, c from unnest(names, contents) u(n, c) where c is not null
    on conflict (folder, name) do update set sequence = excluded.sequence, bytes = excluded.bytes;
  update head set last_sequence = sequence_, last_hash = hash_ where folder = folder_;
  perform pg_notify('masa_' || ws, '');
end $$;

-- Makes the folder of a new record, open to whom the folder above it is open.
create function make_folder(workspace_ text, path_ text) returns void
language plpgsql volatile security definer set search_path = masa, pg_temp as $$
declare ws int; above bigint; made bigint;
begin
  if path_ !~ '^[a-z0-9][a-z0-9-]{0,99}(/[a-z0-9][a-z0-9-]{0,99})?$' then
    raise exception 'no folder can have that name' using errcode = '22023';
  end if;
  select w.id into ws from workspace w where w.name = workspace_;
  select f.id into above from folder f where f.workspace = ws and f.path in ('', split_part(path_, '/', 1)) and f.path <> path_
    order by length(f.path) desc limit 1;
  if above is null or not above = any (may(true)) then
    raise exception 'the folder above it is not open to you' using errcode = '42501';
  end if;
  insert into folder (workspace, path) values (ws, path_) on conflict do nothing returning id into made;
  if made is null then return; end if;
  insert into head (folder) values (made);
  insert into folder_right select made, grantee, may_write from folder_right where folder = above;
end $$;

-- Opens a folder to a role, or closes it with null. For the owner alone.
create function open_folder(workspace_ text, path_ text, role_ text, to_write boolean) returns void
language plpgsql volatile set search_path = masa, pg_temp as $$
declare f bigint; grantee_ oid := quote_ident(role_)::regrole::oid;
begin
  select x.id into f from folder x join workspace w on w.id = x.workspace where w.name = workspace_ and x.path = path_;
  if not found then raise exception 'there is no folder % in %', path_, workspace_; end if;
  delete from folder_right r where r.folder = f and r.grantee = grantee_;
  if to_write is not null then insert into folder_right values (f, grantee_, to_write); end if;
end $$;

-- How safe a commit is here: whether this server is a standby, whether it waits for another one, and how many confirm.
create function standing() returns table (is_standby boolean, waits boolean, confirming int, following int)
language sql stable security definer set search_path = masa, pg_temp as $$
  select pg_is_in_recovery(), current_setting('synchronous_standby_names') <> '',
    (select count(*)::int from pg_stat_replication where sync_state in ('sync', 'quorum') and state = 'streaming'),
    (select count(*)::int from pg_stat_replication)
$$;

-- A session is here as long as its line stands: nothing is written for it.
create function enter(workspace_ text) returns int
language plpgsql volatile security definer set search_path = masa, pg_temp as $$
declare ws int;
begin
  select w.id into ws from workspace w where w.name = workspace_
    and exists (select from folder f where f.workspace = w.id and f.id = any (may(false)));
  if found then perform pg_advisory_lock_shared(4711, ws); end if;
  return ws;
end $$;

create function present(workspace_ int) returns table (account text, sessions bigint)
language sql stable security definer set search_path = masa, pg_temp as $$
  select a.usename::text, count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'advisory' and l.classid = 4711 and l.objid = workspace_ and l.granted
    and exists (select from folder f where f.workspace = workspace_ and f.id = any (may(false)))
  group by 1 order by 1
$$;

revoke all on all functions in schema masa from public;
revoke all on all tables in schema masa from public;
grant usage on schema masa to masa_user;
grant select on workspace, folder, head, document, journal, migration to masa_user;
grant execute on function may, own_number, folders, lock_folders, append, make_folder, standing, enter, present to masa_user;
