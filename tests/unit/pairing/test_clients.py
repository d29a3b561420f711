"""The list of paired browsers: what it keeps, finds and forgets."""

from sverka.pairing.clients import ClientStore, token_sha256
from tests.api.extension import CHROMIUM, FIREFOX
from tests.clock import Clock


def test_list_is_empty_before_anything_was_paired(clients: ClientStore) -> None:
    assert clients.all() == ()


def test_token_finds_its_own_browser_among_several(clients: ClientStore) -> None:
    first, first_token = clients.add(CHROMIUM, "Первый")
    second, second_token = clients.add(FIREFOX, "Второй")
    assert clients.holder(first_token) == first
    assert clients.holder(second_token) == second
    assert clients.holder("0" * 64) is None


def test_token_has_32_bytes_and_only_its_hash_is_kept(clients: ClientStore) -> None:
    client, token = clients.add(CHROMIUM, "Первый")
    assert len(bytes.fromhex(token)) == 32
    assert client.token_sha256 == token_sha256(token)


def test_revoking_one_browser_leaves_the_others(clients: ClientStore) -> None:
    first, _ = clients.add(CHROMIUM, "Первый")
    second, _ = clients.add(FIREFOX, "Второй")
    assert clients.revoke(first.id)
    assert clients.all() == (second,)
    assert not clients.revoke(first.id)


def test_revoking_all_leaves_none_and_counts_them(clients: ClientStore) -> None:
    clients.add(CHROMIUM, "Первый")
    clients.add(FIREFOX, "Второй")
    assert clients.revoke_all() == 2
    assert clients.all() == ()


def test_what_another_process_writes_counts_at_once(clients: ClientStore, clock: Clock) -> None:
    elsewhere = ClientStore(clients.file, clock)
    first, first_token = elsewhere.add(CHROMIUM, "Первый")
    assert clients.holder(first_token) == first
    second, second_token = elsewhere.add(CHROMIUM, "Второй")
    assert clients.holder(second_token) == second
    elsewhere.revoke(first.id)
    assert clients.holder(first_token) is None
    clients.file.unlink()
    assert clients.holder(second_token) is None


def test_file_is_not_read_again_while_nobody_writes_it(clients: ClientStore) -> None:
    client, token = clients.add(CHROMIUM, "Первый")
    assert clients.holder(token) is clients.find(client.id)


def test_use_is_noted_again_after_the_clock_was_set_back(
    clients: ClientStore, clock: Clock
) -> None:
    client, _ = clients.add(CHROMIUM, "Первый")
    clients.note_use(client)
    [noted] = clients.all()
    clock.set_back(3600)
    clients.note_use(noted)
    [again] = clients.all()
    assert noted.last_used
    assert again.last_used
    assert again.last_used < noted.last_used


def test_use_noted_after_revocation_does_not_bring_the_browser_back(clients: ClientStore) -> None:
    client, _ = clients.add(CHROMIUM, "Первый")
    clients.revoke(client.id)
    clients.note_use(client)
    assert clients.all() == ()
