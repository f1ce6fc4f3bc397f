/** A user's module. */
module user {
  requires transitive io.multishot;

  exports user;
}
