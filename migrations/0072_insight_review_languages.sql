-- What changes, in Swedish and English too: one change a line, in the order of the Finnish lines. Empty: not written.
alter table round_review add column changes_sv text not null default '';
alter table round_review add column changes_en text not null default '';
