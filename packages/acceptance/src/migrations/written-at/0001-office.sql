-- An office of its own with two units, two people, a signed-in one, and a change that was asked for once.
insert into office values ('0a000000-0000-4000-8000-000000000001', '旧版街道', 'own', null, '2023-01-03T01:00:00Z');

insert into unit values
  ('0a000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000001', '城管办', 'department', '2023-01-03T01:00:00Z'),
  ('0a000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000002', '东苑社区', 'community', '2023-01-03T01:00:00Z');

insert into officer values
  ('0a000000-0000-4000-8000-000000000001', '0c000000-0000-4000-8000-000000000001', '周敏', '督查专员', '0b000000-0000-4000-8000-000000000001', '{supervisor}', 1),
  ('0a000000-0000-4000-8000-000000000001', '0c000000-0000-4000-8000-000000000002', '何清', '科室负责人', '0b000000-0000-4000-8000-000000000001', '{unitHead,handler}', 2);

insert into session (office_id, token_hash, officer_id, started_at) values
  ('0a000000-0000-4000-8000-000000000001', repeat('ab', 32), '0c000000-0000-4000-8000-000000000001', '2023-01-04T01:00:00Z');

insert into idempotency values
  ('0a000000-0000-4000-8000-000000000001', '0c000000-0000-4000-8000-000000000001 first-request', 'POST /api/units', repeat('0', 64), 201, '{"name": "东苑社区"}', '2023-01-03T01:00:00Z');

insert into audit (office_id, id, at, officer_id, officer_name, post, route, object, outcome, problem_code, detail) values
  ('0a000000-0000-4000-8000-000000000001', '0d000000-0000-4000-8000-000000000001', '2023-01-03T01:00:00Z', '0c000000-0000-4000-8000-000000000001', '周敏', '督查专员', 'POST /api/units', '/api/units', 'done', null, '{}');
