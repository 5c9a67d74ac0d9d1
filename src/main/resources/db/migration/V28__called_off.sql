-- A round that is called off before it opens takes along the tables that were printed for it.
ALTER TABLE table_print
    DROP CONSTRAINT table_print_round_id_fkey,
    ADD CONSTRAINT table_print_round_id_fkey FOREIGN KEY (round_id) REFERENCES round ON DELETE CASCADE;
