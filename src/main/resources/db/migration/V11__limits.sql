-- Lengths of what people write, the same numbers as in the table of limits of the product. They hold for what is written
-- from now on; what stands already is kept as it is.
ALTER TABLE unit ADD CONSTRAINT unit_code_length CHECK (char_length(code) <= 100) NOT VALID;
ALTER TABLE unit ADD CONSTRAINT unit_name_length CHECK (char_length(name) <= 200) NOT VALID;
ALTER TABLE person ADD CONSTRAINT person_username_length CHECK (char_length(username) <= 200) NOT VALID;
ALTER TABLE person ADD CONSTRAINT person_name_length CHECK (char_length(name) <= 200) NOT VALID;
ALTER TABLE person ADD CONSTRAINT person_salutation_length CHECK (char_length(salutation) <= 200) NOT VALID;
ALTER TABLE person ADD CONSTRAINT person_post_length CHECK (char_length(post) <= 200) NOT VALID;
ALTER TABLE person ADD CONSTRAINT person_phone_length CHECK (char_length(phone) <= 100) NOT VALID;
ALTER TABLE person ADD CONSTRAINT person_email_length CHECK (char_length(email) <= 254) NOT VALID;
ALTER TABLE unit_membership ADD CONSTRAINT unit_membership_post_length CHECK (char_length(post) <= 200) NOT VALID;

ALTER TABLE dossier ADD CONSTRAINT dossier_title_length CHECK (char_length(title) <= 500) NOT VALID;
ALTER TABLE dossier ADD CONSTRAINT dossier_kind_length CHECK (char_length(kind) <= 100) NOT VALID;
ALTER TABLE dossier ADD CONSTRAINT dossier_summary_length CHECK (char_length(summary) <= 20000) NOT VALID;
ALTER TABLE series ADD CONSTRAINT series_title_length CHECK (char_length(title) <= 500) NOT VALID;
ALTER TABLE draft_version ADD CONSTRAINT draft_version_label_length CHECK (char_length(label) <= 200) NOT VALID;
ALTER TABLE draft_version ADD CONSTRAINT draft_version_file_name_length CHECK (char_length(file_name) <= 200) NOT VALID;
ALTER TABLE returned_file ADD CONSTRAINT returned_file_file_name_length CHECK (char_length(file_name) <= 200) NOT VALID;

ALTER TABLE round ADD CONSTRAINT round_title_length CHECK (char_length(title) <= 500) NOT VALID;
ALTER TABLE round ADD CONSTRAINT round_legal_basis_length CHECK (char_length(legal_basis) <= 20000) NOT VALID;
ALTER TABLE round ADD CONSTRAINT round_silence_text_length CHECK (char_length(silence_text) <= 20000) NOT VALID;
ALTER TABLE round ADD CONSTRAINT round_letter_number_length CHECK (char_length(letter_number) <= 100) NOT VALID;
ALTER TABLE round_question ADD CONSTRAINT round_question_text_length CHECK (char_length(text) <= 20000) NOT VALID;
ALTER TABLE reply ADD CONSTRAINT reply_note_length CHECK (char_length(note) <= 20000) NOT VALID;
ALTER TABLE reply ADD CONSTRAINT reply_letter_number_length CHECK (char_length(letter_number) <= 100) NOT VALID;
ALTER TABLE reply_step ADD CONSTRAINT reply_step_remark_length CHECK (char_length(remark) <= 20000) NOT VALID;
ALTER TABLE comment ADD CONSTRAINT comment_text_length CHECK (char_length(text) <= 20000) NOT VALID;
ALTER TABLE comment ADD CONSTRAINT comment_quote_length CHECK (char_length(quote) <= 20000) NOT VALID;
ALTER TABLE comment ADD CONSTRAINT comment_prefix_length CHECK (char_length(prefix) <= 500) NOT VALID;
ALTER TABLE comment ADD CONSTRAINT comment_suffix_length CHECK (char_length(suffix) <= 500) NOT VALID;
ALTER TABLE comment ADD CONSTRAINT comment_replacement_length CHECK (char_length(replacement) <= 20000) NOT VALID;

ALTER TABLE issue_group ADD CONSTRAINT issue_group_title_length CHECK (char_length(title) <= 500) NOT VALID;
ALTER TABLE issue_group ADD CONSTRAINT issue_group_answer_length CHECK (char_length(answer) <= 20000) NOT VALID;
ALTER TABLE point ADD CONSTRAINT point_text_length CHECK (char_length(text) <= 20000) NOT VALID;
ALTER TABLE point ADD CONSTRAINT point_replacement_length CHECK (char_length(replacement) <= 20000) NOT VALID;
ALTER TABLE point ADD CONSTRAINT point_applied_text_length CHECK (char_length(applied_text) <= 20000) NOT VALID;
ALTER TABLE point ADD CONSTRAINT point_source_ref_length CHECK (char_length(source_ref) <= 200) NOT VALID;

ALTER TABLE saved_search ADD CONSTRAINT saved_search_name_length CHECK (char_length(name) <= 200) NOT VALID;
ALTER TABLE saved_search ADD CONSTRAINT saved_search_words_length CHECK (char_length(words) <= 500) NOT VALID;
ALTER TABLE recent_search ADD CONSTRAINT recent_search_words_length CHECK (char_length(words) <= 500) NOT VALID;

---------------------------------------------------------------------------------------------------- audit
-- Which key hashed the row; '' in rows from before there was one, whose hashes are shown to nobody any more.
ALTER TABLE audit_entry ADD COLUMN key_id text NOT NULL DEFAULT '';
CREATE INDEX ON audit_entry (at, id);
