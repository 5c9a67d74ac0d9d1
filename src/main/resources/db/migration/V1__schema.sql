-- The schema of Góp Ý. Codes and parameters only, never sentences. Stays within PostgreSQL 15.
-- The application's role reads and writes data; it may only append to the trail and to what is kept of groups.

---------------------------------------------------------------------------------------------------- account
CREATE TABLE unit (
    id            uuid PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 1,
    code          text        NOT NULL UNIQUE,
    name          text        NOT NULL,
    kind          text        NOT NULL,
    former_names  text[]      NOT NULL DEFAULT '{}',
    created_at    timestamptz NOT NULL,
    CONSTRAINT unit_code_length CHECK (char_length(code) <= 100),
    CONSTRAINT unit_name_length CHECK (char_length(name) <= 200)
);

CREATE TABLE person (
    id            uuid PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 1,
    username      text UNIQUE,                      -- null: a person without an account
    name          text        NOT NULL,
    salutation    text        NOT NULL DEFAULT '',  -- Đ/c, PGS.TS. …
    post          text        NOT NULL DEFAULT '',  -- chức danh
    email         text        NOT NULL DEFAULT '',
    password_hash text,
    password_changes integer   NOT NULL DEFAULT 0,     -- sessions that began with an earlier one end
    password_given boolean     NOT NULL DEFAULT false, -- by an administrator; the person is told so
    disabled_at   timestamptz,
    created_at    timestamptz NOT NULL,
    CONSTRAINT person_username_length CHECK (char_length(username) <= 200),
    CONSTRAINT person_name_length CHECK (char_length(name) <= 200),
    CONSTRAINT person_salutation_length CHECK (char_length(salutation) <= 200),
    CONSTRAINT person_post_length CHECK (char_length(post) <= 200),
    CONSTRAINT person_email_length CHECK (char_length(email) <= 254)
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
    valid_to   date,
    CONSTRAINT unit_membership_post_length CHECK (char_length(post) <= 200)
);
CREATE INDEX ON unit_membership (person_id);
CREATE INDEX ON unit_membership (unit_id);
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
    key_id          text NOT NULL DEFAULT '',       -- which key hashed the row
    appended        xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX ON audit_entry (subject_type, subject_id, at);
CREATE INDEX ON audit_entry (actor_id, at);
CREATE INDEX ON audit_entry (at, id);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME; END $$;
CREATE TRIGGER audit_entry_only_added BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

---------------------------------------------------------------------------------------------------- document
CREATE TABLE stored_file (
    sha256     text PRIMARY KEY,
    size       bigint      NOT NULL,
    created_at timestamptz NOT NULL
);

---------------------------------------------------------------------------------------------------- draft
-- Words as a list is searched for them: lower case, without marks, đ as d; the same as the program's own folding.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    lower(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'));
CREATE TABLE dossier (
    id          uuid PRIMARY KEY,
    version     integer     NOT NULL DEFAULT 1,
    number      integer     NOT NULL UNIQUE,        -- HS-01
    title       text        NOT NULL,
    folded_title text       NOT NULL GENERATED ALWAYS AS (folded(title)) STORED,
    kind        text        NOT NULL,               -- symbol of the document types, or OTHER
    audience    text        NOT NULL CHECK (audience IN ('INVITED', 'EVERYONE')),
    discussion  text        NOT NULL CHECK (discussion IN ('SEALED', 'GROUP')),
    state       text        NOT NULL DEFAULT 'ACTIVE',
    summary     text        NOT NULL DEFAULT '',    -- "Nội dung cần đồng chí cho ý kiến"
    drafter_id  uuid REFERENCES unit,               -- cơ quan chủ trì soạn thảo
    owner_id    uuid        NOT NULL REFERENCES person,
    created_at  timestamptz NOT NULL,
    CONSTRAINT dossier_title_length CHECK (char_length(title) <= 500),
    CONSTRAINT dossier_kind_length CHECK (char_length(kind) <= 100),
    CONSTRAINT dossier_summary_length CHECK (char_length(summary) <= 20000)
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
    UNIQUE (dossier_id, ordinal),
    CONSTRAINT series_title_length CHECK (char_length(title) <= 500)
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
    file_history   jsonb,                           -- who wrote the file and with what, as it says itself
    revision       integer     NOT NULL DEFAULT 1,  -- a repair after publishing makes a new one
    uploaded_by    uuid        NOT NULL REFERENCES person,
    uploaded_at    timestamptz NOT NULL,
    published_by   uuid REFERENCES person,
    published_at   timestamptz,
    repaired_by    uuid REFERENCES person,          -- whoever comes second is told by whom
    UNIQUE (series_id, ordinal),
    CONSTRAINT draft_version_label_length CHECK (char_length(label) <= 200),
    CONSTRAINT draft_version_file_name_length CHECK (char_length(file_name) <= 200)
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
-- What texts cite, and by what a document is known. Which document a citation means is decided when it is read, within
-- the reader's rights: a text that arrives later is found without writing anything, a hidden one is not found at all.
CREATE TABLE document_identity (
    version_id uuid PRIMARY KEY REFERENCES draft_version,
    number     text,                                -- canonical; null when blank
    type       text,                                -- symbol of the kind
    title      text,
    issued_on  date,
    issuer     text,
    scanned_by integer NOT NULL                     -- which recogniser wrote the citations of the version
);
CREATE TABLE document_key (
    version_id uuid NOT NULL REFERENCES draft_version,
    key        text NOT NULL,
    PRIMARY KEY (version_id, key)
);
CREATE INDEX ON document_key (key);
CREATE TABLE citation (
    version_id   uuid    NOT NULL REFERENCES draft_version,
    position     integer NOT NULL,                  -- order in the document
    provision_id uuid    NOT NULL REFERENCES provision ON DELETE CASCADE,
    heading      boolean NOT NULL,                  -- the words stand in the heading, else in the text
    start_at     integer NOT NULL,                  -- UTF-16 units
    end_at       integer NOT NULL,
    target_id    uuid REFERENCES provision ON DELETE CASCADE,   -- a place of the same version
    path         text    NOT NULL DEFAULT '',       -- of the place in another document; '' for the whole
    keys         text[]  NOT NULL DEFAULT '{}',     -- of the other document
    type         text,
    number       text,
    name         text,
    year         integer,
    issued_on    date,
    issuer       text,
    attached     text,                              -- kind of the text issued with that document
    PRIMARY KEY (version_id, position)
);
CREATE INDEX ON citation USING gin (keys);
CREATE INDEX ON citation (provision_id);
CREATE INDEX ON citation (target_id);

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
    created_by      uuid        NOT NULL REFERENCES person,
    created_at      timestamptz NOT NULL,
    CONSTRAINT round_title_length CHECK (char_length(title) <= 500),
    CONSTRAINT round_legal_basis_length CHECK (char_length(legal_basis) <= 20000),
    CONSTRAINT round_silence_text_length CHECK (char_length(silence_text) <= 20000),
    CONSTRAINT round_letter_number_length CHECK (char_length(letter_number) <= 100)
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
    options      text[]  NOT NULL,
    CONSTRAINT round_question_text_length CHECK (char_length(text) <= 20000)
);
CREATE TABLE invitee (
    id            uuid PRIMARY KEY,
    round_id      uuid    NOT NULL REFERENCES round,
    unit_id       uuid REFERENCES unit,
    person_id     uuid REFERENCES person,
    name          text    NOT NULL,                 -- as of the invitation, with the salutation of a person
    post          text    NOT NULL DEFAULT '',      -- a person's, as of the invitation
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
-- Why a deadline moved: of all, or of one invitee.
CREATE TABLE deadline_extension (
    id              uuid PRIMARY KEY,
    round_id        uuid        NOT NULL REFERENCES round,
    invitee_id      uuid REFERENCES invitee,        -- null: the general deadline
    deadline_before timestamptz NOT NULL,
    deadline        timestamptz NOT NULL,
    reason          text        NOT NULL CHECK (char_length(reason) <= 20000),
    by_id           uuid        NOT NULL REFERENCES person,
    at              timestamptz NOT NULL
);
CREATE INDEX ON deadline_extension (round_id);

CREATE TABLE letter (                               -- công văn trả lời: one may cover several drafts
    id             uuid PRIMARY KEY,
    number         text        NOT NULL,
    dated          date,
    arrival_number text        NOT NULL DEFAULT '', -- số đến
    arrived_on     date,
    signer         text        NOT NULL DEFAULT '',
    soft_file      text REFERENCES stored_file,
    signed_file    text REFERENCES stored_file,
    registered_by  uuid        NOT NULL REFERENCES person,
    registered_at  timestamptz NOT NULL,
    CONSTRAINT letter_number_length CHECK (char_length(number) <= 100)
);
CREATE TABLE letter_draft (
    letter_id  uuid NOT NULL REFERENCES letter,
    version_id uuid NOT NULL REFERENCES draft_version,
    PRIMARY KEY (letter_id, version_id)
);
CREATE TABLE reply (
    id            uuid PRIMARY KEY,
    version       integer NOT NULL DEFAULT 1,
    invitee_id    uuid    NOT NULL REFERENCES invitee,
    state         text    NOT NULL CHECK (state IN ('PREPARING', 'SUBMITTED', 'SENT', 'REPLACED')),  -- for its invitee
    capacity      text    NOT NULL CHECK (capacity IN ('OWN', 'UNIT', 'BOTH')),
    note          text    NOT NULL DEFAULT '',
    sent_by       uuid REFERENCES person,
    entered_by    uuid REFERENCES person,           -- entered from a letter by the secretariat; null: by the unit or person itself
    sent_at       timestamptz,
    letter_id     uuid REFERENCES letter,
    CONSTRAINT reply_sent CHECK ((sent_at IS NOT NULL) = (state IN ('SENT', 'REPLACED'))
                                 AND (sent_by IS NULL) = (sent_at IS NULL)),
    CONSTRAINT reply_note_length CHECK (char_length(note) <= 20000)
);
-- Whoever has read a reply knows by its version whether it is still that one: no change leaves the version as it was.
CREATE FUNCTION reply_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'a change of reply % does not raise its version', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reply_changed BEFORE UPDATE ON reply FOR EACH ROW EXECUTE FUNCTION reply_changed();
CREATE INDEX ON reply (letter_id);
CREATE INDEX ON reply (invitee_id);
-- Whom a reply answers for: its invitee, and where the head of a unit says so, the head's own invitation too. Either is
-- replaced on its own: who has left the unit keeps what was said in the own name.
CREATE TABLE reply_for (
    reply_id    uuid    NOT NULL REFERENCES reply,
    invitee_id  uuid    NOT NULL REFERENCES invitee,
    late        boolean NOT NULL DEFAULT false,     -- by the deadline of this invitee
    replaced_by uuid REFERENCES reply DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (reply_id, invitee_id)
);
CREATE UNIQUE INDEX ON reply_for (invitee_id) WHERE replaced_by IS NULL;
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
    PRIMARY KEY (reply_id, ordinal),
    CONSTRAINT reply_step_remark_length CHECK (char_length(remark) <= 20000)
);

-- The lineage of a place is its provision's: read by join, never copied.
CREATE TABLE comment (                              -- ý kiến
    id           uuid PRIMARY KEY,
    version      integer     NOT NULL DEFAULT 1,
    dossier_id   uuid        NOT NULL REFERENCES dossier,
    version_id   uuid REFERENCES draft_version,     -- null: on the whole dossier
    provision_id uuid REFERENCES provision,
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
    changed      xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CHECK (state <> 'UNIT_DRAFT' OR unit_id IS NOT NULL),
    CONSTRAINT comment_text_length CHECK (char_length(text) <= 20000),
    CONSTRAINT comment_quote_length CHECK (char_length(quote) <= 20000),
    CONSTRAINT comment_prefix_length CHECK (char_length(prefix) <= 500),
    CONSTRAINT comment_suffix_length CHECK (char_length(suffix) <= 500),
    CONSTRAINT comment_replacement_length CHECK (char_length(replacement) <= 20000)
);
CREATE INDEX ON comment (version_id, root_id);
CREATE INDEX ON comment (provision_id);
CREATE INDEX ON comment (root_id);
CREATE INDEX ON comment (author_id);
CREATE INDEX ON comment (round_id);
-- What an invitee has said in a round is looked up for each reply that agrees.
CREATE INDEX ON comment (round_id, unit_id) WHERE round_id IS NOT NULL;
CREATE INDEX ON comment (round_id, author_id) WHERE round_id IS NOT NULL;

-- What changed since a reader last asked. The transaction of a change is its mark: those not yet finished when a reader
-- asks are asked for again, so nothing is missed, whatever the order in which transactions end.
CREATE FUNCTION comment_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.changed := pg_current_xact_id(); RETURN NEW; END $$;
CREATE TRIGGER comment_changed BEFORE UPDATE ON comment FOR EACH ROW EXECUTE FUNCTION comment_changed();
CREATE INDEX ON comment (version_id, changed);
CREATE INDEX ON comment (dossier_id, changed) WHERE version_id IS NULL;

-- First opinions that are no more: no words, only what decides who saw them and so is told that they are gone.
CREATE TABLE comment_gone (
    id         uuid PRIMARY KEY,
    dossier_id uuid    NOT NULL REFERENCES dossier,
    version_id uuid REFERENCES draft_version,
    author_id  uuid    NOT NULL REFERENCES person,
    unit_id    uuid REFERENCES unit,
    round_id   uuid REFERENCES round,
    state      text    NOT NULL,
    visibility text    NOT NULL,
    restricted boolean NOT NULL,
    changed    xid8    NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX ON comment_gone (version_id, changed);
CREATE INDEX ON comment_gone (dossier_id, changed) WHERE version_id IS NULL;
CREATE FUNCTION comment_gone() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    INSERT INTO comment_gone (id, dossier_id, version_id, author_id, unit_id, round_id, state, visibility, restricted)
    VALUES (OLD.id, OLD.dossier_id, OLD.version_id, OLD.author_id, OLD.unit_id, OLD.round_id, OLD.state,
            OLD.visibility, OLD.restricted);
    RETURN NULL;
END $$;
CREATE TRIGGER comment_gone AFTER DELETE ON comment FOR EACH ROW WHEN (OLD.id = OLD.root_id)
    EXECUTE FUNCTION comment_gone();

CREATE TABLE comment_place (                        -- further places of an opinion
    comment_id   uuid    NOT NULL REFERENCES comment,
    provision_id uuid    NOT NULL REFERENCES provision,
    ordinal      integer NOT NULL,
    PRIMARY KEY (comment_id, provision_id)
);
CREATE TABLE comment_reader (
    comment_id uuid NOT NULL REFERENCES comment,
    person_id  uuid NOT NULL REFERENCES person,
    PRIMARY KEY (comment_id, person_id)
);

-- Drafts that came back as Word files with tracked changes and margin comments.
CREATE TABLE returned_file (
    id         uuid PRIMARY KEY,
    version_id uuid        NOT NULL REFERENCES draft_version,
    person_id  uuid        NOT NULL REFERENCES person,  -- who handed it in
    unit_id    uuid REFERENCES unit,                    -- whose words it holds, unless the person's own
    sha256     text        NOT NULL REFERENCES stored_file,
    file_name  text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT returned_file_file_name_length CHECK (char_length(file_name) <= 200)
);
CREATE INDEX ON returned_file (version_id);
CREATE TABLE returned_opinion (                         -- what of it has become an opinion
    returned_id uuid NOT NULL REFERENCES returned_file,
    key         text NOT NULL,                          -- place, words and Word author of the change or comment
    comment_id  uuid NOT NULL REFERENCES comment ON DELETE CASCADE,
    word_author text NOT NULL,
    PRIMARY KEY (returned_id, key)
);
CREATE INDEX ON returned_opinion (comment_id);

---------------------------------------------------------------------------------------------------- consolidation
CREATE TABLE issue_group (                          -- vấn đề: a point is always in exactly one
    id       uuid PRIMARY KEY,
    version  integer NOT NULL DEFAULT 1,
    round_id uuid    NOT NULL REFERENCES round,
    title    text    NOT NULL DEFAULT '',
    answer   text    NOT NULL DEFAULT '',
    conflict boolean NOT NULL DEFAULT false,
    CONSTRAINT issue_group_title_length CHECK (char_length(title) <= 500),
    CONSTRAINT issue_group_answer_length CHECK (char_length(answer) <= 20000)
);
CREATE INDEX ON issue_group (round_id);
CREATE TABLE point (                                -- ý kiến, the atom of consolidation
    id            uuid PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 1,
    round_id      uuid        NOT NULL REFERENCES round,
    version_id    uuid REFERENCES draft_version,
    number        integer,                          -- follows in the order of creation: sending waits for none
    group_id      uuid        NOT NULL REFERENCES issue_group,
    unit_id       uuid REFERENCES unit,
    person_id     uuid REFERENCES person,
    who           text        NOT NULL,             -- name and post as of the invitation, else as of the opinion
    kind          text        NOT NULL,
    text          text        NOT NULL,
    replacement   text,
    outcome       text,                             -- null: chưa xử lý
    basis         text        NOT NULL DEFAULT '',  -- "Theo kết luận tại …"
    applied_text  text,
    assignee_id   uuid REFERENCES person,
    restricted    boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL,
    UNIQUE (round_id, number),
    CONSTRAINT point_text_length CHECK (char_length(text) <= 20000),
    CONSTRAINT point_replacement_length CHECK (char_length(replacement) <= 20000),
    CONSTRAINT point_applied_text_length CHECK (char_length(applied_text) <= 20000)
);
CREATE TABLE point_source (                         -- where a point comes from; one opinion or letter may give several
    point_id   uuid PRIMARY KEY REFERENCES point,
    kind       text NOT NULL,                       -- COMMENT, LETTER, FORM, BALLOT, MINUTES, HANDWRITING, CONCLUSION
    comment_id uuid REFERENCES comment,
    letter_id  uuid REFERENCES letter,
    ref        text NOT NULL DEFAULT '',            -- letter number, minutes …
    CONSTRAINT point_source_ref_length CHECK (char_length(ref) <= 200)
);
CREATE INDEX ON point_source (comment_id);
CREATE INDEX ON point_source (letter_id);
CREATE INDEX ON point (group_id);
CREATE INDEX ON point (round_id) WHERE number IS NULL;
CREATE TABLE point_place (
    point_id     uuid    NOT NULL REFERENCES point,
    provision_id uuid    NOT NULL REFERENCES provision,
    main         boolean NOT NULL,
    ordinal      integer NOT NULL,
    PRIMARY KEY (point_id, provision_id)
);
CREATE UNIQUE INDEX ON point_place (point_id) WHERE main;
CREATE INDEX ON point_place (provision_id);

-- A group that has lost its points stays, and what a group was called and answered before is kept.
CREATE TABLE issue_group_history (
    n          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id   uuid        NOT NULL REFERENCES issue_group,     -- where the words are to be looked for
    from_group uuid        NOT NULL REFERENCES issue_group,     -- whose words they were: another where points came from it
    title      text        NOT NULL,
    answer     text        NOT NULL,
    until      timestamptz NOT NULL,
    by_id      uuid        NOT NULL REFERENCES person
);
CREATE INDEX ON issue_group_history (group_id);
CREATE TABLE point_group_history (                  -- in which groups a point has been
    n        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    point_id uuid        NOT NULL REFERENCES point,
    group_id uuid        NOT NULL REFERENCES issue_group,
    until    timestamptz NOT NULL,
    by_id    uuid        NOT NULL REFERENCES person
);
CREATE INDEX ON point_group_history (point_id);

---------------------------------------------------------------------------------------------------- desk
CREATE TABLE desk_visit (
    person_id uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    latest    timestamptz NOT NULL,
    previous  timestamptz                           -- end of the visit before; null: there was none
);

---------------------------------------------------------------------------------------------------- notice
-- Ids only: the words are made when a notice is read, by what its reader may see then.
CREATE TABLE notice (
    id         uuid PRIMARY KEY,
    person_id  uuid        NOT NULL REFERENCES person,
    kind       text        NOT NULL,
    subject_id uuid        NOT NULL,                    -- what it is about, by its kind
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    read_at    timestamptz,
    mail_claimed_at timestamptz,                        -- it is on its way to the mail server since then
    mailed_at  timestamptz                              -- told by mail, or not to be told any more
);
CREATE INDEX ON notice (person_id, updated_at);
CREATE INDEX ON notice (updated_at) WHERE mailed_at IS NULL;

---------------------------------------------------------------------------------------------------- search
CREATE TABLE index_outbox (                         -- "this entity changed": the indexer reads its present state
    n      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entity text NOT NULL,                           -- DOSSIER, VERSION, THREAD, ANSWER
    id     uuid NOT NULL,
    tries  integer NOT NULL DEFAULT 0,
    bulk   boolean NOT NULL DEFAULT false,          -- unfolded from a dossier: what somebody waits for goes first
    at     timestamptz NOT NULL DEFAULT now()       -- how long it has waited
);
CREATE INDEX ON index_outbox (bulk, n);
CREATE TABLE index_state (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch       uuid    NOT NULL,
    n           bigint  NOT NULL,
    turned_until   timestamptz,                     -- openings and deadlines up to then are noted
    rebuild        text NOT NULL DEFAULT 'NONE' CHECK (rebuild IN ('NONE', 'ASKED', 'RUNNING', 'DONE', 'FAILED')),
    rebuild_at     timestamptz,
    rebuild_reason text NOT NULL DEFAULT ''         -- a code, in FAILED
);
CREATE TABLE index_dead (
    entity text        NOT NULL,
    id     uuid        NOT NULL,
    error  text        NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (entity, id)
);

CREATE TABLE recent_search (
    person_id uuid        NOT NULL REFERENCES person,
    words     text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (person_id, words),
    CONSTRAINT recent_search_words_length CHECK (char_length(words) <= 500)
);
CREATE TABLE saved_search (
    id           uuid PRIMARY KEY,
    version      integer     NOT NULL DEFAULT 1,
    person_id    uuid        NOT NULL REFERENCES person,
    name         text        NOT NULL,
    words        text        NOT NULL,
    selections   jsonb       NOT NULL DEFAULT '{}',     -- facet to chosen values
    newest_first boolean     NOT NULL DEFAULT false,
    alert        boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL,
    CONSTRAINT saved_search_name_length CHECK (char_length(name) <= 200),
    CONSTRAINT saved_search_words_length CHECK (char_length(words) <= 500)
);
CREATE INDEX ON saved_search (person_id);
CREATE INDEX ON saved_search (id) WHERE alert;
CREATE TABLE saved_search_known (                       -- what its person was told of, or knew from the beginning
    search_id uuid NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    hit_id    text NOT NULL,
    notice_id uuid REFERENCES notice ON DELETE CASCADE, -- null: from the beginning
    PRIMARY KEY (search_id, hit_id)
);
CREATE INDEX ON saved_search_known (notice_id);
CREATE TABLE index_arrival (                            -- newly searchable, not yet compared with the saved searches
    n      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hit_id text NOT NULL
);

---------------------------------------------------------------------------------------------------- shared
-- Written by the transaction of its deed, so each has an answer; kept for a day.
CREATE TABLE idempotency_key (
    person_id    uuid        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    status       integer     NOT NULL,
    media_type   text        NOT NULL DEFAULT '',
    location     text        NOT NULL DEFAULT '',
    etag         text        NOT NULL DEFAULT '',
    body         bytea       NOT NULL,
    rights       text        NOT NULL,              -- hash of the roles and memberships of its person at that time
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (person_id, key)
);
CREATE INDEX ON idempotency_key (created_at);
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
CREATE TABLE slow_tasks (LIKE scheduled_tasks INCLUDING ALL); -- db-scheduler's, for work of minutes
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

---------------------------------------------------------------------------------------------------- rights
GRANT USAGE ON SCHEMA public TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${appRole};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${appRole};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appRole};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${appRole};
REVOKE UPDATE, DELETE ON audit_entry, issue_group_history, point_group_history FROM ${appRole};
REVOKE DELETE ON issue_group, point FROM ${appRole};
