-- How somebody wants to be told of one kind of notices; without a row in the product and by mail.
CREATE TABLE notice_choice (
    person_id uuid NOT NULL REFERENCES person,
    kind      text NOT NULL,
    way       text NOT NULL CHECK (way IN ('MAIL', 'DAILY', 'PRODUCT', 'NONE')),
    PRIMARY KEY (person_id, kind),
    CONSTRAINT notice_choice_kind_length CHECK (char_length(kind) <= 100)
);
