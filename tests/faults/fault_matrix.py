"""The tests of each row of FAULTS.md: file below tests/, and test names."""

from collections.abc import Mapping

Tests = Mapping[str, tuple[str, ...]]

FAULT_MATRIX: Mapping[str, Tests] = {
    "401 with a reason in UTF-8 or Latin-1; empty; 70 kB; with control characters": {
        "faults/test_refusals": ("test_401_to_an_update_keeps_it_asks_for_a_token_and_goes_on",),
        "services/api/test_reading": ("test_a_401_is_a_refused_token_in_the_servers_words",),
    },
    "a reason or `statusMessage` that echoes the token": {
        "faults/test_refusals": ("test_an_answer_that_echoes_the_token_is_masked_and_the_token_is_in_no_file",),
        "services/log/test_secrecy": ("test_after_every_fault_the_token_is_nowhere",),
    },
    '200 `success: false`; `success` missing, `"false"`, 1': {
        "faults/test_posts": (
            "test_refused_and_nothing_moved_is_told_in_the_servers_words_and_the_draft_is_back",
            "test_success_that_says_nothing_is_no_success",
        ),
        "faults/test_rejections": ("test_success_that_is_no_boolean_is_neither_a_rejection_nor_a_success",),
    },
    "HTML with 200, 502, 503": {
        "faults/test_posts": ("test_post_not_stored_then_lost_is_never_posted_again_by_itself",),
        "services/api/test_reading": (
            "test_a_200_that_is_no_case_is_not_the_api",
            "test_html_with_a_status_that_is_no_answer_is_a_broken_server",
        ),
    },
    "302, 307, 308 to another host": {
        "faults/test_posts": ("test_a_redirect_of_an_update_is_not_followed_and_that_host_sees_nothing",),
        "end_to_end/test_reading_faults": ("test_a_redirection_to_another_host_is_not_followed",),
    },
    "connection refused, DNS failure, unreachable": {
        "faults/test_refusals": (
            "test_connection_refused_is_unsent_and_offered_again",
            "test_connection_refused_to_the_update_itself_is_unsent_and_sent_later",
            "test_connection_refused_can_be_taken_back",
        ),
        "services/api/test_faults": ("test_an_update_to_a_host_that_has_no_address_was_not_sent",),
    },
    "accepted, then silence; one byte every 0.5 s": {
        "faults/test_refusals": (
            "test_accepted_then_silence_ends_at_the_deadline_and_the_window_stays_alive",
            "test_an_answer_of_one_byte_every_half_second_ends_at_the_deadline",
        ),
    },
    "POST stored, then reset / 500 / 502 / cut body / hang": {
        "faults/test_posts": ("test_post_stored_then_lost_is_found_by_reading_exactly_one_note",),
    },
    "POST not stored, then reset": {
        "faults/test_posts": ("test_post_not_stored_then_lost_is_never_posted_again_by_itself",),
    },
    "POST stored 20 s later": {
        "faults/test_posts": (
            "test_post_stored_20_s_later_is_seen_before_anything_is_sent_again",
            "test_post_stored_while_the_agent_is_asked_is_seen_without_an_answer",
        ),
    },
    "the read that should settle it fails, also across a restart": {
        "faults/test_posts": (
            "test_the_read_that_should_settle_fails_stays_unconfirmed_then_is_found",
            "test_the_read_that_should_settle_fails_across_a_restart_stays_unconfirmed",
        ),
    },
    "an identical note existed before; is deleted meanwhile; a colleague writes the same": {
        "faults/test_posts": (
            "test_an_identical_note_existed_before_is_not_taken_for_ours",
            "test_an_identical_note_deleted_meanwhile_hides_nothing",
            "test_an_identical_note_of_a_colleague_is_not_taken_for_ours",
        ),
    },
    "the server trims a note, makes CRLF LF, cuts it at an emoji": {
        "faults/test_posts": ("test_what_the_server_makes_of_a_note_is_recognised_and_told",),
    },
    "`success: false` or 400, yet stored": {
        "faults/test_posts": ("test_refused_yet_stored_is_no_plain_draft_again",),
    },
    '"send again" agreed to, then the first one lands': {
        "faults/test_posts": (
            "test_send_again_agreed_to_then_the_first_lands_is_seen_by_the_read_before",
            "test_send_again_agreed_to_then_half_of_the_first_lands_is_asked_anew",
        ),
    },
    "a colleague takes back what our unsure submission had set": {
        "faults/test_posts": ("test_a_colleague_takes_back_what_our_unconfirmed_submission_had_set_is_a_conflict",),
    },
    "another user signs in while something waits": {
        "faults/test_refusals": (
            "test_another_user_signs_in_while_something_waits_it_waits_for_its_own_user",
            "test_another_user_does_not_see_what_the_first_typed",
        ),
    },
    "a server that shows no notes": {
        "faults/test_refusals": ("test_a_server_that_shows_no_notes_accepts_and_a_doubt_is_asked",),
    },
    "double click, Enter and click, two windows, two starts": {
        "faults/test_window": ("test_double_click_enter_held_down_and_click_are_one_post",),
        "faults/test_starts": (
            "test_a_click_repeated_before_the_window_is_drawn_is_one_post",
            "test_the_case_in_two_windows_is_one_tab_and_one_post",
            "test_two_starts_at_once_on_what_waits_send_it_once",
        ),
    },
    "429 with Retry-After 5; 999999; a date; nonsense": {
        "faults/test_refusals": (
            "test_429_retry_after_is_honoured_capped_and_no_storm",
            "test_429_for_ever_ends_with_the_draft_and_no_storm",
            "test_429_to_a_read_is_honoured",
            "test_429_to_a_read_leaves_the_agent_the_way_back",
        ),
    },
    "413 during the upload": {
        "faults/test_refusals": ("test_413_during_the_upload_is_told_and_the_draft_is_kept",),
    },
    "a colleague's change between opening and submitting: other field; same field; same tag; same note": {
        "faults/test_colleagues": (
            "test_a_colleagues_change_of_another_field_is_merged",
            "test_a_colleagues_change_of_the_same_field_is_a_conflict_that_the_agent_decides",
            "test_the_same_tag_added_by_a_colleague_is_one_tag",
            "test_the_same_note_by_a_colleague_is_two_notes",
        ),
        "faults/test_window": ("test_a_conflict_is_decided_side_by_side",),
    },
    "another case's id in the answer; an answer that is a list": {
        "faults/test_refusals": ("test_another_cases_id_or_a_list_in_the_answer_to_a_read_sends_nothing",),
        "faults/test_posts": (
            "test_another_cases_id_in_the_answer_to_an_update_proves_nothing",
            "test_post_not_stored_then_lost_is_never_posted_again_by_itself",
        ),
    },
    "gzip bomb, 60 layers of gzip, 50 MB of JSON, 100,000 levels deep, a 5,000-digit number, NaN, duplicate keys, "
    "a lone surrogate, invalid UTF-8, a BOM": {
        "services/api/test_faults": (
            "test_a_body_of_50_mb_is_an_error_long_before_its_end",
            "test_an_encoded_body_is_an_error_without_being_read",
        ),
        "end_to_end/test_reading_faults": (
            "test_json_at_its_limits_is_a_case_or_an_error_but_never_a_crash_or_a_blank",
            "test_a_number_of_5000_digits_is_edited_as_the_server_wrote_it",
        ),
    },
    "missing, null and mistyped fields anywhere in a case; unknown fields and channels; dates that are none": {
        "end_to_end/test_odd_texts": (
            "test_of_a_case_whose_fields_are_missing_null_or_mistyped_the_rest_is_shown",
            "test_mistyped_tags_notes_and_profiles_show_what_there_is",
        ),
        "domain/case/test_mutations": ("test_whatever_is_mutated_the_rest_of_the_case_is_there",),
    },
    "CRLF, U+2028, NUL, 40,000-character lines, RTL, combining marks, emoji with joiners in any field": {
        "ui/case/test_fields": ("test_every_text_reaches_the_server_exactly",),
        "ui/case/attributes/test_grid": ("test_looking_into_a_value_with_crlf_changes_nothing",),
    },
    "`<img src=file:…>`, `<script>`, `<table>`, `&amp;` in any text": {
        "end_to_end/test_odd_texts": ("test_markup_is_literal_wherever_text_shows_and_nothing_is_fetched",),
        "ui/test_markup": ("test_fields_and_lists_hold_it_as_it_is",),
    },
    "expired, self-signed, wrong-host certificate; plain http to a far host": {
        "services/api/test_tls": (
            "test_any_other_certificate_is_distrusted_before_anything_is_sent",
            "test_plain_http_to_a_far_host_is_refused_without_a_connection",
        ),
        "end_to_end/test_bad_input": ("test_plain_http_to_a_far_host_is_refused",),
    },
    "broken proxy or CA settings in the environment": {
        "services/api/test_connection": ("test_an_environment_that_makes_no_sense_is_told",),
        "services/api/test_tls": ("test_a_bad_file_of_authorities_is_told_and_trusts_nobody",),
    },
    "close, switch tabs, sign out, sleep while a request is in flight": {
        "faults/test_colleagues": (
            "test_the_tab_is_closed_while_a_request_is_in_flight_and_the_outcome_is_told",
            "test_tabs_are_switched_while_a_request_is_in_flight_and_nothing_is_mixed_up",
            "test_signing_out_while_a_request_is_in_flight_lets_it_end_and_holds_the_next",
            "test_closing_while_a_request_is_in_flight_is_quick_and_the_next_start_explains",
            "test_closing_lets_a_request_in_flight_finish_within_the_deadline",
            "test_closing_while_a_request_is_in_flight_takes_up_nothing_new",
            "test_sleep_while_a_request_is_in_flight_and_the_late_answer_is_taken",
            "test_a_read_in_flight_is_dropped_with_its_tab",
        ),
    },
    "`kill -9` at every step of typing and submitting": {
        "faults/test_kill": (
            "test_kill_while_typing_keeps_what_was_saved",
            "test_kill_in_the_middle_of_typing_keeps_what_was_saved_before",
            "test_kill_before_the_read_of_a_submission_then_it_is_delivered_once",
            "test_kill_while_the_post_is_out_and_stored_then_it_is_found",
            "test_kill_while_the_post_is_out_and_lost_then_the_agent_is_asked",
            "test_kill_while_the_post_is_out_and_stored_after_the_restart_is_seen",
            "test_kill_between_the_looks_then_they_go_on",
            "test_kill_while_the_agent_is_asked_then_asked_again",
            "test_kill_after_send_again_posts_at_most_once_more",
            "test_kill_while_a_tag_is_removed_then_it_is_removed",
            "test_kill_at_each_sync_of_a_submission",
            "test_on_disk_before_the_first_byte_is_sent",
            "test_the_sync_comes_before_the_first_byte_on_the_wire",
        ),
        "faults/test_window": ("test_kill_then_the_next_start_shows_the_draft_and_explains_what_was_sent",),
        "faults/test_soak": ("test_nothing_is_lost_nothing_is_stored_twice_and_the_token_is_in_no_file",),
    },
    "disk full, read-only, database locked; corrupt; from a newer version": {
        "faults/test_disk": (
            "test_disk_full_is_told_in_sight_nothing_is_posted_and_it_goes_on_when_there_is_room",
            "test_disk_full_when_closing_asks",
            "test_disk_full_between_submitting_and_sending_sends_nothing",
            "test_disk_full_after_the_post_then_killed_posts_once",
            "test_read_only_is_told_in_sight_and_nothing_is_posted",
            "test_locked_by_another_program_is_told_in_sight_and_nothing_is_posted",
            "test_corrupt_is_set_aside_whole_and_told_where",
            "test_from_a_newer_version_is_untouched_explained_and_the_program_leaves",
            "test_the_data_folder_is_removed_while_typing_and_what_is_typed_next_is_kept_whole",
            "test_the_data_folder_is_removed_before_the_post_and_the_next_start_still_knows",
            "test_a_path_with_spaces_and_accents_does_it_all",
            "test_drafts_and_submissions_of_an_older_version_are_taken_up",
        ),
        "faults/test_window": ("test_a_full_disk_is_told_beside_submit_nothing_is_posted_and_closing_asks",),
    },
    "keyring hangs, locked, missing, refuses, token too long for it": {
        "services/accounts/test_token_store": (
            "test_a_keyring_that_hangs_is_given_up_and_not_asked_again",
            "test_a_locked_keyring_is_told_as_locked",
            "test_without_a_keyring_that_is_told",
            "test_a_keyring_that_takes_anything_and_keeps_nothing_is_none",
        ),
        "end_to_end/test_keyring": (
            "test_a_keyring_nobody_unlocks_stops_neither_the_window_nor_signing_in_nor_closing",
            "test_without_a_keyring_signing_in_is_for_this_session_and_says_so",
        ),
    },
    "the clock jumps a day either way": {
        "faults/test_starts": (
            "test_the_servers_clock_jumps_a_day_while_nobody_knows_and_nothing_is_sent_twice",
            "test_the_wall_clock_jumps_a_day_and_deadlines_and_drafts_hold",
        ),
    },
    "two programs on one data folder": {
        "faults/test_starts": (
            "test_two_programs_on_one_data_folder_the_second_hands_over_and_leaves",
            "test_the_second_start_of_the_real_command_hands_over_too",
            "test_a_start_right_after_kill_takes_the_folder",
        ),
        "faults/test_window": ("test_a_second_start_hands_over_comes_forward_and_leaves",),
    },
    "the data file can't be read at the start (exclusive lock, I/O error), then can": {
        "faults/test_unread": (
            "test_a_draft_that_cannot_be_read_at_first_is_merged_with_what_is_typed_meanwhile",
            "test_pending_submissions_that_cannot_be_read_at_the_start_are_read_later_and_none_is_taken_until_then",
            "test_tabs_are_not_overwritten_before_they_could_be_read",
        ),
    },
    "one row of the store can't be decoded; a state of a newer version": {
        "faults/test_data_file": (
            "test_a_draft_that_cant_be_decoded_is_told_and_kept_and_all_else_goes_on",
            "test_a_submission_of_a_newer_version_is_told_and_the_next_of_its_case_goes_out",
        ),
        "services/storage/test_unreadable_rows": ("test_templates_and_what_was_seen_are_decoded_one_by_one",),
    },
    "the data file is replaced by an older copy while running": {
        "faults/test_data_file": (
            "test_the_file_is_replaced_before_the_post_which_only_then_goes_out_when_it_is_on_disk",
            "test_an_older_copy_opens_nothing_again_that_has_ended",
        ),
        "services/storage/test_replaced": ("test_drafts_and_what_is_on_its_way_are_in_the_file_after_the_next_save",),
    },
    "POST stored, then 401; 408, 425, 499, an unknown 4xx that lands later": {
        "faults/test_rejections": (
            "test_stored_then_401_is_one_note_and_a_token_is_asked_for",
            "test_401_to_the_update_and_to_the_reads_waits_for_a_token_across_a_restart",
            "test_401_that_lands_later_is_seen_before_the_note_goes_out_again",
            "test_401_to_a_token_that_was_just_good_is_told_as_that_and_the_note_is_one_however_late_it_lands",
            "test_stored_then_a_status_that_decides_nothing_is_found_by_reading",
            "test_a_status_that_decides_nothing_is_a_question_in_the_servers_words_and_landing_later_one_note",
            "test_a_rejection_gives_the_draft_back_and_the_same_note_goes_out_again_unasked",
            "test_a_rejection_that_lands_later_is_seen_before_the_note_goes_out_again",
            "test_a_rejection_that_lands_after_the_note_was_written_anew_is_a_question",
            "test_429_that_lands_while_it_is_waited_for_is_seen_before_the_second_attempt",
        ),
    },
    "`me` fails once, names nobody, shows another name than the login, gives two users one name; a name is corrected": {
        "ui/account/test_whose": (
            "test_what_was_submitted_while_me_failed_goes_out_once_it_does_not",
            "test_what_was_typed_while_me_failed_stays_where_it_is_and_becomes_the_users",
        ),
        "faults/test_whose": (
            "test_a_new_token_of_a_server_that_names_nobody_is_asked_about_once",
            "test_notes_by_our_login_are_ours_whatever_name_is_shown",
            "test_two_of_one_name_in_one_start_do_not_see_each_others_drafts",
            "test_what_one_left_waiting_never_goes_out_as_another_of_that_name",
            "test_a_user_who_is_renamed_keeps_drafts_and_what_waits",
        ),
    },
    "a cache in front of the server that honours no-cache": {
        "faults/test_caches": (
            "test_a_cache_that_honours_no_cache_hides_no_colleague",
            "test_a_cache_that_honours_no_cache_hides_no_note",
        ),
    },
    "the server escapes, cuts, collapses or drops parts of an accepted note; shows only its first 20": {
        "faults/test_changed_notes": (
            "test_an_accepted_note_that_the_server_changes_is_stored_told_and_no_question",
            "test_several_accepted_notes_that_the_server_changes_are_told_each",
            "test_how_the_server_changes_notes_is_remembered_and_decides_a_doubt_after_a_restart",
            "test_an_accepted_note_that_is_not_among_the_first_that_are_shown_is_no_question",
            "test_an_accepted_note_among_the_last_that_are_shown_is_stored",
            "test_a_tag_and_a_value_in_another_case_or_trimmed_are_stored_and_told",
        ),
    },
    "1,000 submissions wait while the server comes back, 50 ms a call": {
        "faults/test_storm": (
            "test_a_thousand_that_wait_are_delivered_four_at_a_time_and_the_agent_opens_a_case_meanwhile",
            "test_closing_while_a_thousand_wait_is_quick_and_the_next_start_doubts_none",
            "test_a_server_in_trouble_is_tried_by_one_of_them_and_when_it_is_back_all_go",
        ),
    },
    "more than 1,000 parameters": {
        "faults/test_parts": (
            "test_very_many_are_asked_about_and_go_in_parts",
            "test_sent_at_once_the_token_survives_and_the_receipt_tells_what_was_dropped",
        ),
    },
    "an attribute named like the envelope (`success`, `data`, …)": {
        "faults/test_rejections": (
            "test_an_attribute_named_like_the_envelope_is_not_sent",
            "test_a_case_with_an_attribute_named_like_the_envelope_opens_shows_it_and_is_updated",
        ),
    },
    "server down, 404, 403 with a draft on disk": {
        "faults/test_unread": (
            "test_a_draft_is_shown_edited_and_kept_though_its_case_cannot_be_read",
            "test_the_draft_of_a_case_that_is_gone_can_be_copied_and_discarded",
        ),
        "ui/case/submit/test_other_files": ("test_saved_changes_get_an_ending",),
    },
    "a lock file that is empty, of another computer, of a reused process id": {
        "ui/application/test_instance": (
            "test_a_lock_file_that_nobody_has_locked_holds_nobody_up",
            "test_what_a_killed_one_left_lets_a_0_1_0_in_even_where_its_pid_lives",
        ),
        "faults/test_started_anyway": (
            "test_the_folder_of_another_computer_is_told_as_that",
            "test_the_window_says_who_holds_the_folder_and_trying_again_hands_the_case_over",
        ),
    },
    "a dialog, a late case, a restored tab while somebody types": {
        "ui/application/test_attention": (
            "test_a_key_that_was_under_way_goes_where_it_was_meant_and_the_dialog_comes_again",
            "test_an_enter_that_was_under_way_presses_no_button",
        ),
        "end_to_end/test_typing": (
            "test_a_note_goes_on_while_the_server_takes_the_token_no_more",
            "test_a_late_case_takes_no_focus_from_another_field",
            "test_what_is_typed_for_case_id_or_link_stays_there_when_the_tab_comes_back",
        ),
    },
    "a note in doubt is taken back, discarded, and typed again, also after a restart": {
        "faults/test_remembered": (
            "test_a_note_in_doubt_that_is_typed_again_after_a_restart_is_asked_about",
            "test_another_note_is_not_asked_about_and_does_not_end_the_doubt",
        ),
    },
    "after a doubt, a server that shows only some of the notes": {
        "faults/test_changed_notes": (
            "test_a_note_in_doubt_that_is_not_among_the_first_that_are_shown_is_never_said_not_to_be_there",
            "test_that_a_server_shows_so_many_notes_only_is_remembered_and_said_in_a_doubt_after_a_restart",
            "test_a_note_in_doubt_is_not_said_to_be_missing_where_older_ones_have_vanished",
        ),
    },
    "a draft or a submission of 0.1.0 with an attribute named like the envelope": {
        "faults/test_rejections": (
            "test_a_kept_draft_with_a_name_of_the_envelope_is_not_sent_and_says_so",
            "test_a_kept_submission_with_a_name_of_the_envelope_goes_to_the_draft_and_says_so",
        ),
    },
    "401 to an update of more than 900 parameters, right after a good read": {
        "faults/test_parts": (
            "test_401_to_very_many_offers_parts_which_go_once_a_read_shows_that_nothing_is_stored",
            "test_a_second_401_to_very_many_offers_parts_of_what_is_in_the_draft_again",
        ),
    },
    "started although another program keeps the data folder": {
        "faults/test_started_anyway": (
            "test_one_started_anyway_says_at_submit_and_in_the_outbox_what_to_do_until_the_folder_is_free",
        ),
    },
    "a batch: 2 % of the answers lost after storing, 1 % of the calls hang, 429 in bursts, `kill -9` at random moments,"
    " colleagues at work": {
        "faults/test_batch_soak": ("test_nothing_is_lost_doubled_or_overwritten_and_the_sums_are_the_rows",),
    },
    "a batch: killed or closed while rows are in flight": {
        "services/batch/test_runner": ("test_a_start_finds_a_batch_paused_and_sends_nothing",),
    },
    "a batch: POST stored, then the connection drops": {
        "services/batch/test_runner": ("test_a_lost_answer_is_found_out_and_the_note_is_not_repeated",),
    },
    "a batch: POST not stored, then the connection drops": {
        "services/batch/test_runner": ("test_a_doubt_pauses_after_five_rows_and_is_decided_by_the_agent",),
    },
    "a batch: rows are rejected, one of them or three in a row with the same words": {
        "services/batch/test_runner": (
            "test_one_sick_row_does_not_stop_the_others",
            "test_three_rejections_with_the_same_words_pause",
        ),
    },
    "a batch: 401 or 403 to an update; another user signs in": {
        "services/batch/test_runner": (
            "test_a_server_that_does_not_let_the_user_pauses",
            "test_another_user_does_not_go_on_with_a_batch",
        ),
        "services/batch/test_planning_reads": (
            "test_a_rejected_token_stops_the_plan_and_signing_in_goes_on",
            "test_another_users_batch_is_not_planned",
        ),
    },
    "a batch: between plan and run, a colleague changes a field; a case stops matching the search; "
    "the agent edits a case": {
        "services/batch/test_runner": (
            "test_a_field_that_a_colleague_changed_since_the_plan_is_left",
            "test_a_row_that_no_longer_matches_is_not_touched",
            "test_a_row_with_the_user_s_own_draft_waits",
        ),
    },
    "a batch: run twice; undone after a colleague changed a case": {
        "services/batch/test_runner": (
            "test_a_batch_that_runs_twice_is_harmless",
            "test_undo_puts_back_what_is_still_ours",
        ),
    },
    "a batch: paused or stopped while a call is in flight": {
        "services/batch/test_runner": (
            "test_a_pause_ends_with_the_answers_in_flight",
            "test_stop_leaves_the_rest_not_sent",
        ),
    },
    "a plan: a case can't be read, the server is in trouble, the program is closed, the disk fails": {
        "services/batch/test_planning_reads": (
            "test_a_row_that_cannot_be_read_says_why_and_stops_no_other",
            "test_a_server_in_trouble_is_waited_for",
            "test_a_cancelled_plan_keeps_its_rows_and_goes_on_after_a_restart",
            "test_a_disk_fault_ends_the_plan_and_says_so",
        ),
    },
    "a search for a batch: it grows or shrinks while it is read, ignores the order, gives short pages, "
    "repeats a page for ever": {
        "services/batch/test_choosing": (
            "test_a_search_that_grows_while_it_is_read_gives_each_case_once",
            "test_cases_that_leave_the_search_while_it_is_read_hide_no_other",
            "test_a_server_that_ignores_the_order_is_asked_for_another",
            "test_shorter_pages_than_requested_skip_no_case",
            "test_a_server_that_repeats_a_page_for_ever_ends_and_its_total_tells",
        ),
    },
    "the file of batches is damaged, of a newer version, full, locked, removed while the program runs": {
        "services/storage/test_batches": (
            "test_the_readable_rows_of_a_damaged_file_are_kept_and_its_batch_tells_how_many_are_lost",
            "test_a_row_that_cannot_be_decoded_keeps_its_outcome_and_the_others_survive",
            "test_the_file_of_a_newer_version_is_left_alone",
            "test_a_full_disk_is_told_and_what_was_there_stays",
            "test_a_file_that_another_program_locks_is_told_and_works_afterwards",
            "test_a_file_that_is_removed_while_the_program_runs_is_begun_again",
        ),
    },
}
