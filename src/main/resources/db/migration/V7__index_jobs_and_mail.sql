-- What became of the index, of jobs and of mails, so that none of it is lost in silence.

---------------------------------------------------------------------------------------------------- search
ALTER TABLE index_outbox
    ADD COLUMN bulk boolean     NOT NULL DEFAULT false, -- unfolded from a dossier: what somebody waits for goes first
    ADD COLUMN at   timestamptz NOT NULL DEFAULT now(); -- how long it has waited
CREATE INDEX ON index_outbox (bulk, n);
ALTER TABLE index_state
    ADD COLUMN turned_until   timestamptz,              -- openings and deadlines up to then are noted
    ADD COLUMN rebuild        text NOT NULL DEFAULT 'NONE'
        CHECK (rebuild IN ('NONE', 'ASKED', 'RUNNING', 'DONE', 'FAILED')),
    ADD COLUMN rebuild_at     timestamptz,
    ADD COLUMN rebuild_reason text NOT NULL DEFAULT ''; -- a code, in FAILED

-- A dossier is unfolded into what it holds before it is read, so that it cannot be what fails.
INSERT INTO index_outbox (entity, id) SELECT entity, id FROM index_dead WHERE entity = 'DOSSIER';
DELETE FROM index_dead WHERE entity = 'DOSSIER';

---------------------------------------------------------------------------------------------------- jobs
CREATE TABLE job_wish (                                 -- how often a job was asked for since it was last done
    job     text    NOT NULL,
    subject text    NOT NULL,
    wishes  integer NOT NULL DEFAULT 1,
    PRIMARY KEY (job, subject)
);
CREATE TABLE job_dead (                                 -- what failed too often to be tried again by itself
    job     text        NOT NULL,
    subject text        NOT NULL,
    error   text        NOT NULL,                       -- the kind of failure
    at      timestamptz NOT NULL,
    PRIMARY KEY (job, subject)
);
CREATE TABLE slow_tasks (LIKE scheduled_tasks INCLUDING ALL); -- db-scheduler's, for work of minutes
INSERT INTO slow_tasks SELECT * FROM scheduled_tasks WHERE task_name = 'recognition';
DELETE FROM scheduled_tasks WHERE task_name = 'recognition';

---------------------------------------------------------------------------------------------------- notice
ALTER TABLE notice ADD COLUMN mail_claimed_at timestamptz; -- it is on its way to the mail server since then
