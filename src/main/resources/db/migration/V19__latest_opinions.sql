-- The latest that was said is found without looking at all that ever was, and so is what a unit said.
CREATE INDEX ON comment (sent_at DESC, id DESC) WHERE state = 'SENT';
CREATE INDEX ON comment (unit_id) WHERE unit_id IS NOT NULL;
