CREATE TABLE edition (                              -- bản tổng hợp lần n: the table as it stood when it was frozen
    id          uuid PRIMARY KEY,
    version     integer     NOT NULL DEFAULT 1,
    round_id    uuid        NOT NULL REFERENCES round,
    version_id  uuid REFERENCES draft_version,      -- null: about all drafts of the round
    ordinal     integer     NOT NULL,
    content     text        NOT NULL,               -- JSON, written once
    sha256      text        NOT NULL,               -- of the content in UTF-8
    changes     text        NOT NULL,               -- JSON: which points are other than in the edition before
    state       text        NOT NULL DEFAULT 'WORKING' CHECK (state IN ('WORKING', 'SUBMITTED', 'SIGNED', 'ISSUED')),
    number      text        NOT NULL DEFAULT '',    -- số, ký hiệu
    dated       date,
    signed_file text REFERENCES stored_file,
    signed_name text        NOT NULL DEFAULT '',
    likeness    text,                               -- JSON: how the words of the signed file differ; null: it has no text
    made_by     uuid        NOT NULL REFERENCES person,
    made_at     timestamptz NOT NULL,
    CONSTRAINT edition_number_length CHECK (char_length(number) <= 100),
    CONSTRAINT edition_signed_name_length CHECK (char_length(signed_name) <= 500),
    CHECK (state NOT IN ('SIGNED', 'ISSUED') OR (number <> '' AND dated IS NOT NULL))
);
CREATE UNIQUE INDEX ON edition (round_id, version_id, ordinal) NULLS NOT DISTINCT;
CREATE INDEX ON edition (version_id);
CREATE INDEX ON edition (signed_file);
CREATE TRIGGER edition_content_stays
    BEFORE DELETE OR UPDATE OF id, round_id, version_id, ordinal, content, sha256, changes, made_by, made_at ON edition
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
