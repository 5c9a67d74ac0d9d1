-- Góp Ý, first schema. Codes and parameters only, never sentences. Stays within PostgreSQL 15.
-- The application's role reads and writes data; it may only append to the trail and to frozen editions.

---------------------------------------------------------------------------------------------------- account
CREATE TABLE unit (
    id            uuid PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 1,
    code          text        NOT NULL UNIQUE,
    name          text        NOT NULL,
    kind          text        NOT NULL,
    former_names  text[]      NOT NULL DEFAULT '{}',
    successor_id  uuid REFERENCES unit,
    approval_steps integer    NOT NULL DEFAULT 2 CHECK (approval_steps BETWEEN 1 AND 4),
    created_at    timestamptz NOT NULL
);

CREATE TABLE person (
    id            uuid PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 1,
    username      text UNIQUE,                      -- null: a person without an account
    name          text        NOT NULL,
    salutation    text        NOT NULL DEFAULT '',  -- Đ/c, PGS.TS. …
    post          text        NOT NULL DEFAULT '',  -- chức danh
    phone         text        NOT NULL DEFAULT '',
    email         text        NOT NULL DEFAULT '',
    password_hash text,
    disabled_at   timestamptz,
    created_at    timestamptz NOT NULL
);
CREATE TABLE person_role (
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    role      text NOT NULL,
    PRIMARY KEY (person_id, role)
);
CREATE TABLE unit_membership (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES person,
    unit_id    uuid NOT NULL REFERENCES unit,
    role       text NOT NULL,                       -- HEAD, STAFF, CLERK
    post       text NOT NULL DEFAULT '',
    valid_from date NOT NULL,
    valid_to   date
);
CREATE INDEX ON unit_membership (person_id);
CREATE INDEX ON unit_membership (unit_id);
CREATE TABLE delegation (                           -- ủy quyền nhập ý kiến
    id           uuid PRIMARY KEY,
    principal_id uuid NOT NULL REFERENCES person,
    agent_id     uuid NOT NULL REFERENCES person,
    round_id     uuid,
    valid_from   timestamptz NOT NULL,
    valid_to     timestamptz NOT NULL
);
CREATE TABLE one_time_link (
    token_hash text PRIMARY KEY,
    purpose    text NOT NULL,
    person_id  uuid REFERENCES person,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE TABLE setting (
    key   text PRIMARY KEY,
    value text NOT NULL
);

---------------------------------------------------------------------------------------------------- audit
CREATE TABLE audit_entry (
    id              uuid PRIMARY KEY,
    at              timestamptz NOT NULL,
    actor_id        uuid,
    actor_name      text NOT NULL,
    acting_as       text NOT NULL DEFAULT '',
    on_behalf_of    uuid,
    action          text NOT NULL,
    subject_type    text NOT NULL,
    subject_id      uuid,
    field           text NOT NULL DEFAULT '',
    before_hash     text NOT NULL DEFAULT '',
    after_hash      text NOT NULL DEFAULT '',
    content_hash    text NOT NULL,
    appended        xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX ON audit_entry (subject_type, subject_id, at);
CREATE INDEX ON audit_entry (actor_id, at);
CREATE TABLE audit_link (                           -- written by the one chainer, in commit order
    n          bigint PRIMARY KEY,
    entry_id   uuid NOT NULL UNIQUE REFERENCES audit_entry,
    chain_hash text NOT NULL
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME; END $$;
CREATE TRIGGER audit_entry_only_added BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_link_only_added BEFORE UPDATE OR DELETE ON audit_link
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

---------------------------------------------------------------------------------------------------- document
CREATE TABLE stored_file (
    sha256     text PRIMARY KEY,
    size       bigint      NOT NULL,
    created_at timestamptz NOT NULL
);

---------------------------------------------------------------------------------------------------- draft
CREATE TABLE dossier (
    id          uuid PRIMARY KEY,
    version     integer     NOT NULL DEFAULT 1,
    number      integer     NOT NULL UNIQUE,        -- HS-01
    title       text        NOT NULL,
    kind        text        NOT NULL,               -- symbol of the document types, or OTHER
    audience    text        NOT NULL CHECK (audience IN ('INVITED', 'EVERYONE')),
    discussion  text        NOT NULL CHECK (discussion IN ('SEALED', 'GROUP')),
    state       text        NOT NULL DEFAULT 'ACTIVE',
    summary     text        NOT NULL DEFAULT '',    -- "Nội dung cần đồng chí cho ý kiến"
    drafter_id  uuid REFERENCES unit,               -- cơ quan chủ trì soạn thảo
    owner_id    uuid        NOT NULL REFERENCES person,
    created_at  timestamptz NOT NULL
);
CREATE SEQUENCE dossier_number;
CREATE TABLE dossier_grant (                        -- who may read beyond owner, secretariat and chair
    dossier_id uuid        NOT NULL REFERENCES dossier,
    person_id  uuid REFERENCES person,
    unit_id    uuid REFERENCES unit,
    source_id  uuid        NOT NULL,                -- the dossier itself, or the round that invites
    valid_from timestamptz NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
);
CREATE UNIQUE INDEX ON dossier_grant (dossier_id, source_id, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX ON dossier_grant (dossier_id, source_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX ON dossier_grant (person_id);
CREATE INDEX ON dossier_grant (unit_id);

CREATE TABLE series (                               -- the main draft, and each accompanying paper
    id         uuid PRIMARY KEY,
    dossier_id uuid    NOT NULL REFERENCES dossier,
    role       text    NOT NULL,                    -- MAIN, SUBMISSION, COMPARISON, REPORT, LIST, LETTER, OTHER
    ordinal    integer NOT NULL,
    title      text    NOT NULL DEFAULT '',
    UNIQUE (dossier_id, ordinal)
);
CREATE UNIQUE INDEX ON series (dossier_id) WHERE role = 'MAIN';

CREATE TABLE draft_version (
    id             uuid PRIMARY KEY,
    version        integer     NOT NULL DEFAULT 1,
    dossier_id     uuid        NOT NULL REFERENCES dossier,
    series_id      uuid        NOT NULL REFERENCES series,
    ordinal        integer     NOT NULL,            -- lần 1, lần 2 …
    label          text        NOT NULL DEFAULT '',
    state          text        NOT NULL CHECK (state IN ('RECEIVED', 'EXTRACTING', 'REVIEW', 'PUBLISHED', 'FAILED')),
    problem        text,
    file_sha256    text        NOT NULL REFERENCES stored_file,
    file_name      text        NOT NULL,
    media_type     text        NOT NULL,
    reading        bytea,                           -- blocks as the reader gave them
    reader_version integer     NOT NULL DEFAULT 0,
    outline        bytea,                           -- the outline computed from blocks and repairs, JSON, compressed
    repairs        jsonb       NOT NULL DEFAULT '[]',
    revision       integer     NOT NULL DEFAULT 1,  -- a repair after publishing makes a new one
    corrects_id    uuid REFERENCES draft_version,   -- đính chính
    uploaded_by    uuid        NOT NULL REFERENCES person,
    uploaded_at    timestamptz NOT NULL,
    published_by   uuid REFERENCES person,
    published_at   timestamptz,
    UNIQUE (series_id, ordinal)
);
CREATE INDEX ON draft_version (dossier_id);

CREATE TABLE lineage (                              -- the permanent identity that opinions hang on
    id          uuid PRIMARY KEY,
    series_id   uuid NOT NULL REFERENCES series,
    merged_into uuid REFERENCES lineage
);
CREATE TABLE provision (                            -- every addressable place of a version
    id         uuid PRIMARY KEY,
    version_id uuid    NOT NULL REFERENCES draft_version,
    lineage_id uuid REFERENCES lineage,             -- given when the check is finished
    position   integer NOT NULL,                    -- order in the document
    kind       text    NOT NULL,                    -- a level of the tree, or the kind of another place
    body       text    NOT NULL,                    -- code of the body; '' for an annex of the package
    path       text    NOT NULL,
    parent_id  uuid REFERENCES provision DEFERRABLE INITIALLY DEFERRED,
    number     text,
    label      text,
    heading    text,
    text       text    NOT NULL,
    depth      integer,
    rows       jsonb,
    UNIQUE (version_id, body, path)
);
CREATE INDEX ON provision (lineage_id);
CREATE INDEX ON provision (parent_id);
CREATE INDEX ON provision (version_id, position);
CREATE TABLE alignment (                            -- ties between a version and the one before
    version_id   uuid    NOT NULL REFERENCES draft_version,
    old_id       uuid REFERENCES provision,
    new_id       uuid REFERENCES provision,
    kind         text    NOT NULL,
    similarity   real    NOT NULL,
    confirmed_by uuid REFERENCES person,
    confirmed_at timestamptz
);
CREATE INDEX ON alignment (version_id);

---------------------------------------------------------------------------------------------------- consultation
CREATE TABLE round (                                -- đợt lấy ý kiến
    id              uuid PRIMARY KEY,
    version         integer     NOT NULL DEFAULT 1,
    title           text        NOT NULL,
    legal_basis     text        NOT NULL DEFAULT '',
    opens_at        timestamptz NOT NULL,
    closes_at       timestamptz NOT NULL,
    closed_at       timestamptz,                    -- closed by hand before its time
    locked_at       timestamptz,
    announced_at    timestamptz,
    visibility      text        NOT NULL CHECK (visibility IN ('SEALED', 'GROUP', 'PUBLIC')),
    silence_text    text,                           -- the sentence of the invitation letter
    letter_number   text        NOT NULL DEFAULT '',
    letter_date     date,
    letter_required boolean     NOT NULL DEFAULT false,
    consolidator_id uuid REFERENCES unit,           -- cơ quan lập bảng
    approver_id     uuid REFERENCES person,
    created_by      uuid        NOT NULL REFERENCES person,
    created_at      timestamptz NOT NULL
);
CREATE TABLE round_draft (
    round_id   uuid    NOT NULL REFERENCES round,
    version_id uuid    NOT NULL REFERENCES draft_version,
    ordinal    integer NOT NULL,
    PRIMARY KEY (round_id, version_id)
);
CREATE INDEX ON round_draft (version_id);
CREATE TABLE round_question (                       -- nội dung xin ý kiến
    id           uuid PRIMARY KEY,
    round_id     uuid    NOT NULL REFERENCES round,
    version_id   uuid REFERENCES draft_version,
    provision_id uuid REFERENCES provision,
    ordinal      integer NOT NULL,
    text         text    NOT NULL,
    options      text[]  NOT NULL
);
CREATE TABLE invitee (
    id            uuid PRIMARY KEY,
    round_id      uuid    NOT NULL REFERENCES round,
    unit_id       uuid REFERENCES unit,
    person_id     uuid REFERENCES person,
    person_group  text    NOT NULL DEFAULT '',      -- UNIT, MEMBER, EXPERT: how the table counts it
    ordinal       integer NOT NULL,
    invited       boolean NOT NULL DEFAULT true,    -- false: ngoài danh sách lấy ý kiến
    closes_at     timestamptz,                      -- extended
    opened_at     timestamptz,
    classified_at timestamptz,                      -- answered by a classified letter: the fact only
    classified_by uuid REFERENCES person,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
);
CREATE UNIQUE INDEX ON invitee (round_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE UNIQUE INDEX ON invitee (round_id, person_id) WHERE person_id IS NOT NULL;
CREATE TABLE extension_request (
    id           uuid PRIMARY KEY,
    invitee_id   uuid        NOT NULL REFERENCES invitee,
    until        timestamptz NOT NULL,
    reason       text        NOT NULL,
    requested_by uuid        NOT NULL REFERENCES person,
    requested_at timestamptz NOT NULL,
    granted      boolean,
    decided_by   uuid REFERENCES person,
    decided_at   timestamptz
);
CREATE TABLE reply (
    id            uuid PRIMARY KEY,
    version       integer NOT NULL DEFAULT 1,
    invitee_id    uuid    NOT NULL REFERENCES invitee,
    state         text    NOT NULL,                 -- PREPARING, SUBMITTED, SENT, REPLACED
    capacity      text    NOT NULL,                 -- OWN, UNIT, BOTH
    note          text    NOT NULL DEFAULT '',
    sent_by       uuid REFERENCES person,
    entered_by    uuid REFERENCES person,           -- taken from a letter by the secretariat
    signer        text    NOT NULL DEFAULT '',
    sent_at       timestamptz,
    late          boolean NOT NULL DEFAULT false,
    letter_number text    NOT NULL DEFAULT '',
    letter_date   date,
    signed_file   text REFERENCES stored_file,
    replaced_by   uuid REFERENCES reply
);
CREATE UNIQUE INDEX ON reply (invitee_id) WHERE state <> 'REPLACED';
CREATE TABLE reply_position (
    reply_id   uuid NOT NULL REFERENCES reply,
    version_id uuid NOT NULL REFERENCES draft_version,
    position   text NOT NULL CHECK (position IN ('AGREE', 'AGREE_WITH', 'OBJECT')),
    PRIMARY KEY (reply_id, version_id)
);
CREATE TABLE reply_step (
    reply_id uuid        NOT NULL REFERENCES reply,
    ordinal  integer     NOT NULL,
    action   text        NOT NULL,                  -- SUBMIT, RETURN, APPROVE, SEND
    remark   text        NOT NULL DEFAULT '',
    by_id    uuid        NOT NULL REFERENCES person,
    at       timestamptz NOT NULL,
    PRIMARY KEY (reply_id, ordinal)
);
CREATE TABLE ballot_answer (
    question_id uuid NOT NULL REFERENCES round_question,
    invitee_id  uuid NOT NULL REFERENCES invitee,
    option      text NOT NULL,
    other_text  text NOT NULL DEFAULT '',
    entered_by  uuid NOT NULL REFERENCES person,
    at          timestamptz NOT NULL,
    PRIMARY KEY (question_id, invitee_id)
);

CREATE TABLE comment (                              -- ý kiến
    id           uuid PRIMARY KEY,
    version      integer     NOT NULL DEFAULT 1,
    dossier_id   uuid        NOT NULL REFERENCES dossier,
    version_id   uuid REFERENCES draft_version,     -- null: on the whole dossier
    provision_id uuid REFERENCES provision,
    lineage_id   uuid REFERENCES lineage,
    root_id      uuid        NOT NULL REFERENCES comment,   -- itself for the first of a thread
    round_id     uuid REFERENCES round,
    kind         text        NOT NULL,
    text         text        NOT NULL,
    quote        text,
    prefix       text        NOT NULL DEFAULT '',
    suffix       text        NOT NULL DEFAULT '',
    quote_start  integer,
    replacement  text,
    author_id    uuid        NOT NULL REFERENCES person,
    author_name  text        NOT NULL,              -- name and post at that time
    author_post  text        NOT NULL DEFAULT '',
    capacity     text        NOT NULL CHECK (capacity IN ('OWN', 'UNIT', 'BOTH')),
    unit_id      uuid REFERENCES unit,
    unit_name    text        NOT NULL DEFAULT '',
    entered_by   uuid REFERENCES person,            -- nhập thay
    state        text        NOT NULL CHECK (state IN ('UNSENT', 'UNIT_DRAFT', 'SENT', 'WITHDRAWN')),
    visibility   text        NOT NULL CHECK (visibility IN ('SEALED', 'GROUP', 'PUBLIC')),
    restricted   boolean     NOT NULL DEFAULT false,-- báo cáo riêng: see comment_reader
    late         boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL,
    sent_at      timestamptz,
    resolved_at  timestamptz,
    resolved_by  uuid REFERENCES person,
    CHECK (state <> 'UNIT_DRAFT' OR unit_id IS NOT NULL)
);
CREATE INDEX ON comment (version_id, root_id);
CREATE INDEX ON comment (provision_id);
CREATE INDEX ON comment (lineage_id);
CREATE INDEX ON comment (root_id);
CREATE INDEX ON comment (author_id);
CREATE INDEX ON comment (round_id);
CREATE TABLE comment_place (                        -- further places of an opinion
    comment_id   uuid    NOT NULL REFERENCES comment,
    provision_id uuid    NOT NULL REFERENCES provision,
    lineage_id   uuid REFERENCES lineage,
    ordinal      integer NOT NULL,
    PRIMARY KEY (comment_id, provision_id)
);
CREATE TABLE comment_reader (
    comment_id uuid NOT NULL REFERENCES comment,
    person_id  uuid NOT NULL REFERENCES person,
    PRIMARY KEY (comment_id, person_id)
);
CREATE TABLE comment_agreement (                    -- "Đồng ý với ý kiến này", opened discussions only
    comment_id uuid NOT NULL REFERENCES comment,
    person_id  uuid NOT NULL REFERENCES person,
    at         timestamptz NOT NULL,
    PRIMARY KEY (comment_id, person_id)
);

---------------------------------------------------------------------------------------------------- consolidation
CREATE TABLE issue_group (                          -- vấn đề: a point is always in exactly one
    id       uuid PRIMARY KEY,
    version  integer NOT NULL DEFAULT 1,
    round_id uuid    NOT NULL REFERENCES round,
    title    text    NOT NULL DEFAULT '',
    answer   text    NOT NULL DEFAULT '',
    conflict boolean NOT NULL DEFAULT false
);
CREATE INDEX ON issue_group (round_id);
CREATE TABLE point (                                -- ý kiến, the atom of consolidation
    id            uuid PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 1,
    round_id      uuid        NOT NULL REFERENCES round,
    version_id    uuid REFERENCES draft_version,
    number        integer     NOT NULL,
    group_id      uuid        NOT NULL REFERENCES issue_group,
    source_kind   text        NOT NULL,             -- COMMENT, LETTER, FORM, BALLOT, MINUTES, HANDWRITING, CONCLUSION
    comment_id    uuid UNIQUE REFERENCES comment,
    source_ref    text        NOT NULL DEFAULT '',  -- letter number, minutes …
    unit_id       uuid REFERENCES unit,
    person_id     uuid REFERENCES person,
    kind          text        NOT NULL,
    text          text        NOT NULL,
    replacement   text,
    outcome       text,                             -- null: chưa xử lý
    basis         text        NOT NULL DEFAULT '',  -- "Theo kết luận tại …"
    applied_text  text,
    assignee_id   uuid REFERENCES person,
    restricted    boolean     NOT NULL DEFAULT false,
    reserved_from uuid REFERENCES point,            -- bảo lưu
    created_at    timestamptz NOT NULL,
    UNIQUE (round_id, number)
);
CREATE INDEX ON point (group_id);
CREATE TABLE point_place (
    point_id     uuid    NOT NULL REFERENCES point,
    provision_id uuid    NOT NULL REFERENCES provision,
    lineage_id   uuid REFERENCES lineage,
    main         boolean NOT NULL,
    ordinal      integer NOT NULL,
    PRIMARY KEY (point_id, provision_id)
);
CREATE UNIQUE INDEX ON point_place (point_id) WHERE main;
CREATE TABLE edition (                              -- bản tổng hợp lần n, frozen
    id         uuid PRIMARY KEY,
    round_id   uuid        NOT NULL REFERENCES round,
    number     integer     NOT NULL,
    content    jsonb       NOT NULL,
    sha256     text        NOT NULL,
    created_by uuid        NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL,
    UNIQUE (round_id, number)
);
CREATE TRIGGER edition_only_added BEFORE UPDATE OR DELETE ON edition FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE edition_state (
    edition_id uuid        NOT NULL REFERENCES edition,
    state      text        NOT NULL,                -- WORKING, SUBMITTED, SIGNED, ISSUED
    number     text        NOT NULL DEFAULT '',
    dated      date,
    file       text REFERENCES stored_file,
    by_id      uuid        NOT NULL REFERENCES person,
    at         timestamptz NOT NULL
);

---------------------------------------------------------------------------------------------------- search
CREATE TABLE index_outbox (                         -- "this entity changed": the indexer reads its present state
    n      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entity text NOT NULL,                           -- DOSSIER, VERSION, THREAD, ANSWER
    id     uuid NOT NULL,
    tries  integer NOT NULL DEFAULT 0
);
CREATE TABLE index_state (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch       uuid    NOT NULL,
    n           bigint  NOT NULL
);
CREATE TABLE index_dead (
    entity text        NOT NULL,
    id     uuid        NOT NULL,
    error  text        NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (entity, id)
);

---------------------------------------------------------------------------------------------------- shared
CREATE TABLE idempotency_key (
    person_id    uuid        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    status       integer,
    media_type   text        NOT NULL DEFAULT '',
    location     text        NOT NULL DEFAULT '',
    etag         text        NOT NULL DEFAULT '',
    body         bytea,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (person_id, key)
);
CREATE TABLE scheduled_tasks (                      -- db-scheduler
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ON scheduled_tasks (execution_time);
CREATE INDEX ON scheduled_tasks (last_heartbeat);

---------------------------------------------------------------------------------------------------- rights
GRANT USAGE ON SCHEMA public TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${appRole};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${appRole};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appRole};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${appRole};
REVOKE UPDATE, DELETE ON audit_entry, audit_link, edition FROM ${appRole};
