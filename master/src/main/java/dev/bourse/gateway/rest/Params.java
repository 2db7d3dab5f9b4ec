package dev.bourse.gateway.rest;

/** What parameters must look like, and what is said when they do not. */
final class Params {

  static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
  static final String ID_MESSAGE =
      "1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit";
  static final String FRAMEWORK = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  static final String FRAMEWORK_MESSAGE =
      "1 to 64 characters of A-Z a-z 0-9 . _ -, the first a letter or digit";
  static final String LIMIT = "[1-9][0-9]{0,2}|1000";
  static final String LIMIT_MESSAGE = "a whole number from 1 to 1000";
  static final String LABEL = "[^=]{1,63}=.*";
  static final String LABEL_MESSAGE = "KEY=VALUE, the key of 1 to 63 characters";
  static final String POSITION_MESSAGE = "PARTITION:OFFSET, for example 0:12";

  static final String POSITION_DESCRIPTION =
      "Wait, at most 5 s, until what was written at this position has been applied.";

  private Params() {}
}
