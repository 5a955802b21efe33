"""What somebody with an account tries through psql, and what has to come of it.

REFUSED: the server answers with one of the codes (42501 is a missing right). NOTHING: it is carried out and shows or changes nothing.
OPEN: PostgreSQL leaves it open to every account; beside each stands what it costs.
"""
RIGHT = "42501"
TABLES = ("workspace", "folder", "head", "folder_right", "document", "journal", "migration", "owed")
KEEP = "select masa.keep_owed('{}', '{}', 'x', array['2026-01-01']::date[], array[{}]::bytea[])"
STATE = "\\x" + "00" * 32

REFUSED = [
    # Tables
    ("read who may what", "select * from masa.folder_right", RIGHT),
    *[(f"write the table {table}", text.format(table), RIGHT) for table in TABLES for text in (
        "insert into masa.{} default values", "delete from masa.{}", "truncate masa.{} cascade", "drop table masa.{} cascade",
        "alter table masa.{} disable row level security", "create trigger t before insert on masa.{} execute function now()",
        "create rule r as on select to masa.{} do instead nothing", "create policy mine on masa.{} using (true)")],
    ("change a document", "update masa.document set bytes = ''", RIGHT),
    ("change a journal", "update masa.journal set line = ''", RIGHT),
    ("move a head", "update masa.head set last_sequence = 0", RIGHT),
    ("lock rows past the functions", "select * from masa.folder for update", RIGHT),
    ("lock a table", "begin; lock table masa.document in exclusive mode; commit", RIGHT),
    ("read past the policies", "set row_security = off; select * from masa.document", RIGHT),
    ("copy a table in", "copy masa.journal from stdin;\n\\.\n", RIGHT),
    # Becoming somebody else
    *[(f"become {role}", f"{how} {role}", RIGHT) for role in ("ann", "masa_owner", "postgres")
      for how in ("set role", "set session authorization")],
    ("become an administrator", "alter role mallory superuser", RIGHT),
    ("see past the policies for good", "alter role mallory bypassrls", RIGHT),
    ("give oneself a right", "grant masa_owner to mallory", RIGHT),
    ("give oneself the reading of all", "grant pg_read_all_data to mallory", RIGHT),
    ("change another's password", "alter role ann password 'x'", RIGHT),
    ("change another's settings", "alter role ann set statement_timeout = 1", RIGHT),
    ("make an account", "create role mallory2 login", RIGHT),
    ("take what another owns", "reassign owned by masa_owner to mallory", RIGHT),
    ("drop what another owns", "drop owned by masa_owner", RIGHT),
    # Functions that open, make and lock
    ("open a folder to oneself", "select masa.open_folder('north', 'groups/finance', 'mallory', true)", RIGHT),
    ("read what another account counted", "select * from masa.owed", RIGHT),
    ("keep what was counted in a workspace that is not open", KEEP.format("secret", STATE, "'x'"), RIGHT),
    ("keep more than any area owes", KEEP.format("north", STATE, "convert_to(repeat('x', 4194305), 'UTF8')"), "22023"),
    ("keep it under no state", KEEP.format("north", "", "'x'"), "22023"),
    ("keep it for very many days", "select masa.keep_owed('north', '" + STATE + "', 'x', array_agg(current_date + n), "
     "array_agg('x'::bytea)) from generate_series(1, 11) n", "22023"),
    ("lock a closed folder", "select masa.lock_folders('north', '{groups/finance}')", RIGHT),
    ("lock a folder one may only read", "select masa.lock_folders('north', '{groups/quality}')", RIGHT),
    ("lock an open folder with a closed one", "select masa.lock_folders('north', '{groups/board,groups/finance}')", RIGHT),
    ("lock a folder that is not there", "select masa.lock_folders('north', '{groups/none}')", RIGHT),
    ("lock in a workspace that is not open", "select masa.lock_folders('secret', '{groups/board}')", RIGHT),
    ("make a folder under one that is not open", "select masa.make_folder('north', 'groups/new')", RIGHT),
    ("make a folder in a workspace that is not open", "select masa.make_folder('secret', 'groups/new')", RIGHT),
    ("make a folder in no workspace", "select masa.make_folder(null, 'groups/new')", RIGHT),
    *[(f"make a folder {name!r}", f"select masa.make_folder('north', {name})", "22023") for name in (
        "'../new'", "'groups/../../new'", "'/etc/new'", "'groups//new'", "'groups/New'", "'groups/new/deeper/still'", "''", "'.git'",
        "e'groups/new\\n'", "'groups/' || repeat('n', 200)")],
    ("open a folder with a function of one's own", "create function masa.may(boolean, int) returns bigint[] language sql as 'select null'", RIGHT),
    ("change a function", "alter function masa.may(boolean) security invoker", RIGHT),
    ("put a function in the way", "create function public.sha256(bytea) returns bytea language sql as 'select $1'", RIGHT),
    ("a schema of one's own", "create schema mallory", RIGHT),
    ("a temporary table", "create temporary table folder_right (folder bigint, grantee oid, may_write boolean)", RIGHT),
    ("a temporary view", "create temporary view v as select 1", RIGHT),
    ("code in the language of the functions", "do $$ begin raise notice 'x'; end $$", RIGHT),
    # The server
    *[(text.split("(")[0].split("'")[0], text, RIGHT) for text in (
        "create extension dblink schema masa", "create extension postgres_fdw schema masa", "create extension file_fdw schema masa", "create extension pgcrypto schema masa",
        "create extension adminpack", "create foreign data wrapper w", "create publication p for all tables",
        "create subscription s connection 'host=/tmp' publication p", "create database d", "create tablespace t location '/tmp'",
        "create event trigger t on ddl_command_start execute function now()", "alter system set fsync = off", "load '/tmp/x.so'",
        "alter database area set role to postgres", "drop database postgres",
        "checkpoint", "set session_replication_role = replica", "set log_statement = 'all'", "set zero_damaged_pages = on",
        "copy (select 1) to program 'id'", "copy (select 1) to '/tmp/mallory'", "copy masa.journal from '/etc/passwd'",
        "select pg_read_file('/etc/passwd')", "select pg_read_binary_file('PG_VERSION')", "select pg_ls_dir('.')",
        "select pg_stat_file('PG_VERSION')", "select pg_reload_conf()", "select pg_switch_wal()", "select pg_promote()",
        "select pg_create_restore_point('x')", "select pg_backup_start('x')", "select pg_rotate_logfile()",
        "select pg_create_physical_replication_slot('s')", "select pg_hba_file_rules()", "select pg_show_all_file_settings()",
        "select lo_create(0)", "select lo_creat(-1)", "select lo_from_bytea(0, 'x')", "select lo_import('/etc/passwd')",
        "select pg_notify('masa_1', 'x')", "select pg_sleep(1)", "select pg_sleep_for('1 s')", "select pg_advisory_lock(1)",
        "select pg_advisory_lock(4711, 1)", "select pg_advisory_lock_shared(4711, 1)", "select pg_advisory_xact_lock(1)",
        "select pg_try_advisory_lock(4711, 1)", "select pg_advisory_unlock_all()", "select pg_lock_status()",
        "select pg_stat_get_activity(null)", "select * from pg_stat_activity", "select * from pg_stat_ssl", "select * from pg_stat_gssapi", "select * from pg_locks", "select * from pg_roles",
        "select * from pg_authid", "select * from pg_shadow", "select * from pg_stats", "select * from pg_statistic",
        "select pg_relation_size('masa.journal')", "select pg_total_relation_size('masa.document')",
        "select pg_database_size('area')", "select * from pg_stat_all_tables")],
]

NOTHING = [
    ("read the documents of closed folders", "select count(*) from masa.document d where not exists (select from masa.folder f "
     "where f.id = d.folder and f.path in ('', 'groups/board', 'groups/quality', 'partnerships/area'))"),
    ("find a secret in all documents", "select count(*) from masa.document where position('SECRET' in convert_from(bytes, 'UTF8')) > 0"),
    ("find a secret in all journals", "select count(*) from masa.journal where position('SECRET' in convert_from(line, 'UTF8')) > 0"),
    ("find a secret in a sample", "select count(*) from masa.document tablesample system (100) where convert_from(bytes, 'UTF8') ~ 'SECRET'"),
    ("find out a secret by an error", "select count(*) from masa.document where 1 / (case when convert_from(bytes, 'UTF8') ~ 'SECRET' "
     "then 0 else 1 end) = 0"),
    ("read all as XML", "select count(*) from (select table_to_xml('masa.journal', true, false, '')::text x) t where x ~ 'SECRET'"),
    ("the folders of a workspace that is not open", "select count(*) from masa.folders('secret')"),
    ("what is owed in a workspace that is not open", "select count(*) from masa.areas(current_date, 'x', '{{secret}}')"),
    ("what another account counted", "select count(counted) from masa.areas(current_date, 'x', '{{}}')"),
    ("the name of a workspace that is not open", "select count(*) from masa.workspace where name = 'secret'"),
    ("the ends of closed journals", "select count(*) from masa.folders('north') where not may_read and (last_sequence is not null "
     "or last_hash is not null)"),
    ("enter a workspace that is not open", "select count(masa.enter('secret'))"),
    ("see who is in a workspace that is not open", "select count(*) from masa.present({secret})"),
    ("read numbers of sequences", "select count(last_value) from pg_sequences"),
]

OPEN = [
    ("hear that somebody saves", "listen masa_{north}", "when somebody saves, not what"),
    ("give false word", "notify masa_{north}", "those who listen look once more than they need"),
    ("give a flood of false word", "notify masa_{north}, 'x'", "the same"),
    ("keep a table from being migrated", "begin; lock table masa.document in access share mode; commit",
     "a migration waits 2 s, fails and says so"),
    ("switch one's own limits off", "set idle_in_transaction_session_timeout = 0",
     "a lock can be held for as long as the line stands; others are told after 5 s"),
    ("wait without pg_sleep", "select count(*) from generate_series(1, 300000)", "a processor for as long as the line stands"),
    ("take memory", "set work_mem = '1GB'", "memory of the server, as far as the system lets it"),
    ("change one's own password", "alter role mallory password 'x'", "nothing where passwords are not asked for"),
    ("change one's own settings", "alter role mallory set synchronous_commit = off; alter role mallory reset all",
     "nothing: saving switches it on again"),
    ("read the functions", "select count(*) from pg_proc where prosrc ~ 'the line does not follow'", "nothing: no secret stands in them"),
    ("read how many rows there are", "select reltuples from pg_class where oid = 'masa.journal'::regclass",
     "about how much all workspaces hold together"),
    ("read counts of rows", "select count(*) from pg_stat_user_tables", "how much is written in all workspaces together"),
    ("read counts of rows by function", "select pg_stat_get_tuples_inserted('masa.journal'::regclass)", "the same"),
    ("see rows that a filter left out", "explain analyze select * from masa.document", "how many rows the table has"),
    ("list names of roles", "select count(*) from pg_user where usename = 'ann'", "the names of all accounts"),
    ("guess names of roles", "select count(*) from generate_series(10000, 30000) n where pg_get_userbyid(n) = 'ann'", "the same"),
    ("read who is in which group", "select count(*) from pg_auth_members", "the same"),
    ("see who is connected", "select count(pg_stat_get_backend_userid(n)) from pg_stat_get_backend_idset() n", "who works with it now"),
    ("write to the log of changes", "select pg_logical_emit_message(true, 'x', repeat('x', 100)) is not null",
     "disk of the log of changes (WAL), which goes by itself"),
    ("use up numbers of transactions", "select txid_current() > 0", "what any transaction costs"),
    ("read the settings of the server", "select count(*) from pg_settings", "nothing personal stands there"),
]

# In another database of the same server, which Masa's closing did not touch.
ELSEWHERE = [
    ("come into another database of the server", "select 1", "an administrator closes it: revoke connect on database postgres from public"),
    ("temporary tables in another database", "create temporary table t (n int)", "disk"),
    ("wait in another database", "select pg_sleep(0.01)", "one of the connections"),
    ("locks in another database", "select pg_advisory_lock(1)", "nothing here: locks of databases are apart"),
    ("large objects in another database", "select lo_unlink(lo_create(0))", "disk"),
]
