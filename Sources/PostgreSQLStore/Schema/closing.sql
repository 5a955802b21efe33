-- Takes away what PostgreSQL leaves open to every role by default and Masa's accounts do not need.
-- Its owner may go on; it is run again after an upgrade, as it changes the catalogue of this database.

do $$ begin
  execute format('revoke connect, temporary, create on database %I from public', current_database());
  execute format('grant connect on database %I to masa_user, masa_owner', current_database());
end $$;
revoke all on schema public from public;
revoke usage on language plpgsql from public;
grant usage on language plpgsql to masa_owner;
grant pg_monitor to masa_owner;
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'pg_catalog' and (p.proname like 'lo\_%' or p.proname like 'pg\_%advisory%lock%'
      or p.proname like 'pg\_stat\_get\_%' or p.proname like 'pg\_logical\_%'
      or p.proname in ('pg_notify', 'pg_get_userbyid', 'pg_relation_size', 'pg_sleep', 'pg_sleep_for', 'pg_sleep_until', 'pg_stat_get_activity',
        'pg_lock_status', 'pg_total_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_database_size'))
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to masa_owner', f);
  end loop;
end $$;
revoke select on pg_stat_activity, pg_locks, pg_roles, pg_stats, pg_stat_all_tables from public;
revoke select on pg_user, pg_group, pg_auth_members, pg_db_role_setting, pg_stats_ext, pg_stat_database, pg_stat_replication,
  pg_stat_ssl, pg_stat_gssapi, pg_stat_user_tables, pg_stat_sys_tables, pg_statio_all_tables, pg_statio_user_tables,
  pg_stat_all_indexes, pg_stat_user_indexes, pg_stat_xact_all_tables, pg_stat_xact_user_tables from public;
grant select on pg_stat_activity, pg_stat_replication, pg_locks, pg_roles to masa_owner;
