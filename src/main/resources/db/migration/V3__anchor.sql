-- Where people have put what was said of an earlier version; what the ties of the versions say of it is never kept.
CREATE TABLE anchor (
    comment_id   uuid REFERENCES comment ON DELETE CASCADE,
    point_id     uuid REFERENCES point ON DELETE CASCADE,        -- one that came on paper
    version_id   uuid        NOT NULL REFERENCES draft_version,  -- on which it is read
    provision_id uuid REFERENCES provision,                      -- null: chưa có chỗ
    placed_by    uuid        NOT NULL REFERENCES person,
    placed_at    timestamptz NOT NULL,
    CHECK (num_nonnulls(comment_id, point_id) = 1),
    UNIQUE (comment_id, version_id),
    UNIQUE (point_id, version_id)
);
CREATE INDEX ON anchor (version_id);
CREATE INDEX ON anchor (provision_id);
