-- Where people have put an opinion of an earlier version; what the ties of the versions say of it is never kept.
CREATE TABLE comment_anchor (
    comment_id   uuid        NOT NULL REFERENCES comment ON DELETE CASCADE,
    version_id   uuid        NOT NULL REFERENCES draft_version,  -- on which it is read
    provision_id uuid REFERENCES provision,                      -- null: chưa có chỗ
    placed_by    uuid        NOT NULL REFERENCES person,
    placed_at    timestamptz NOT NULL,
    PRIMARY KEY (comment_id, version_id)
);
CREATE INDEX ON comment_anchor (version_id);
CREATE INDEX ON comment_anchor (provision_id);
