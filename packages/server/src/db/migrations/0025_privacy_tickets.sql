-- A request about one's own data is a reason of its own.

alter table tickets drop constraint tickets_reason_check;
alter table tickets add constraint tickets_reason_check
  check (reason in ('emergency', 'complaint', 'privacy', 'asked', 'unanswered', 'flow', 'trouble'));
