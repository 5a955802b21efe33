-- Many areas in one database.

-- What an account counted as owed in a workspace on a day, kept for that account alone: nobody else is shown it, as nobody else
-- may have read the same. It holds as long as everything that the account could read is as it was.

create table owed (
  account oid,
  workspace int references workspace on delete cascade,
  day date,
  state bytea not null,
  version text not null,
  counted bytea compression lz4 not null,
  primary key (account, workspace, day)
);
alter table owed enable row level security;

-- The workspaces with something open to whoever asks, each with the state of all that is open of it and the names of what is
-- not, and what this account counted in that state. No names mean all.
create function areas(day_ date, version_ text, names text[]) returns table (name text, state bytea, counted bytea)
language sql stable security definer set search_path = masa, pg_temp as $$
  with open as (
    select f.workspace, sha256(convert_to(string_agg(
        f.path || case when r.folder is null then '' else ' ' || h.last_sequence || ' ' || h.last_hash end, e'\n' order by f.path),
      'UTF8')) as state
    from folder f join head h on h.folder = f.id left join unnest(may(false)) r(folder) on r.folder = f.id
    group by f.workspace having count(r.folder) > 0
  )
  select w.name, o.state, k.counted from open o join workspace w on w.id = o.workspace
  left join owed k on k.account = own_number()::oid and k.workspace = w.id and k.day = day_ and k.state = o.state
    and k.version = version_
  where names = '{}' or w.name = any (names) order by w.name
$$;

-- Keeps what the account counted, in place of what it kept of that workspace before.
create function keep_owed(name_ text, state_ bytea, version_ text, days date[], counted_ bytea[]) returns void
language plpgsql volatile security definer set search_path = masa, pg_temp as $$
declare ws int; account_ oid := own_number()::oid;
begin
  select w.id into ws from workspace w where w.name = name_
    and exists (select from folder f where f.workspace = w.id and f.id = any (may(false)));
  if not found then raise exception 'nothing of the workspace is open to you' using errcode = '42501'; end if;
  if length(version_) > 100 or length(state_) <> 32 or cardinality(days) > 10 or cardinality(days) <> cardinality(counted_)
    or exists (select from unnest(counted_) c where c is null or length(c) > 4194304) then
    raise exception 'no account is kept that is so long' using errcode = '22023';
  end if;
  delete from owed where account = account_ and workspace = ws;
  insert into owed select account_, ws, d, state_, version_, c from unnest(days, counted_) k(d, c);
end $$;

-- Where very many folders are open to an account, what it may read is looked up and not searched through.
drop policy open on folder;
drop policy open on head;
drop policy open on document;
drop policy open on journal;
create policy open on folder for select to masa_user using (id in (select unnest(may(false))));
create policy open on head for select to masa_user using (folder in (select unnest(may(false))));
create policy open on document for select to masa_user using (folder in (select unnest(may(false))));
create policy open on journal for select to masa_user using (folder in (select unnest(may(false))));

revoke all on all functions in schema masa from public;
revoke all on owed from public;
grant execute on function areas, keep_owed to masa_user;
