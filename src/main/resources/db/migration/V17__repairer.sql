-- Who repaired the structure last: whoever comes second is told by whom.
ALTER TABLE draft_version ADD COLUMN repaired_by uuid REFERENCES person;
