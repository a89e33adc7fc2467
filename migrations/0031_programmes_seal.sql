-- The lottery's seed is made and sealed with the round's opening. The secret becomes `lottery_seed` at the draw.
alter table round add column lottery_secret text;
alter table round add column lottery_sealed_at timestamptz;
