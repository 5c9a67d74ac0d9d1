package vn.gopy.account;

/** A person with the password that opens the account. */
record KeptAccount(Person person, KeptPassword password) {}
