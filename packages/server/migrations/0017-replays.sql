-- Keys of requests that nobody repeats any more are removed, and with them the answers they hold.
create index idempotency_at on idempotency (office_id, at);

grant delete on idempotency to guatu_app;
