-- Who signs the letter of a reply, and as what, where it is not the head who approved it.
CREATE TABLE reply_signer (
    reply_id  uuid PRIMARY KEY REFERENCES reply,
    version   integer NOT NULL DEFAULT 1,
    authority text    NOT NULL CHECK (authority IN ('HEAD', 'DEPUTY', 'ORDER', 'WARRANT')),
    for_post  text    NOT NULL CHECK (char_length(for_post) <= 200),    -- of the head for whom somebody signs
    post      text    NOT NULL CHECK (char_length(post) <= 200),
    name      text    NOT NULL CHECK (char_length(name) <= 200),
    by_id     uuid        NOT NULL REFERENCES person,
    at        timestamptz NOT NULL
);
