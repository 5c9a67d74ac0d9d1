-- When a person last looked at the desk, so that what came since is marked; told to nobody else.
CREATE TABLE desk_visit (
    person_id uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    latest    timestamptz NOT NULL,
    previous  timestamptz                           -- end of the visit before; null: there was none
);
