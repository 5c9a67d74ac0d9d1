-- "Nội dung cần đồng chí cho ý kiến": the few lines that stand before a checked version, by which a leader knows what is asked.
CREATE TABLE brief_line (
    version_id uuid NOT NULL REFERENCES draft_version ON DELETE CASCADE,
    position   int  NOT NULL CHECK (position BETWEEN 1 AND 5),
    words      text NOT NULL CHECK (words <> ''),
    PRIMARY KEY (version_id, position),
    CONSTRAINT brief_line_words_length CHECK (char_length(words) <= 300)
);
