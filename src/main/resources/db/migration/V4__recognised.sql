-- A scan that failed without having been recognised is recognised once the machine can do that.
ALTER TABLE draft_version ADD COLUMN recognised boolean NOT NULL DEFAULT false; -- its letters were sought in its pictures
