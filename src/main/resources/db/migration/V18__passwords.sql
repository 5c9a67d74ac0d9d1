-- A password may be changed: sessions that began with the one before end, and one that an administrator gave is said to be so.
ALTER TABLE person ADD COLUMN password_changes integer NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN password_given boolean NOT NULL DEFAULT false;
