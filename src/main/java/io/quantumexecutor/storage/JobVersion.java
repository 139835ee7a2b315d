package io.quantumexecutor.storage;

import io.quantumexecutor.job.Job;

/**
 * What a job remembers of its row: the etag and whether the job has a secret, or, after a
 * transaction (which answers without etags), the write id.
 */
record JobVersion(Kind kind, String value) {
  /** The column that a job has while its secret is in a row of its own. */
  static final String SECRET = "secret";

  /** What the value is. */
  enum Kind {
    ETAG,
    ETAG_WITH_SECRET,
    WRITE_ID
  }

  static JobVersion of(TableRow row) {
    Kind kind = row.columns().containsKey(SECRET) ? Kind.ETAG_WITH_SECRET : Kind.ETAG;
    return new JobVersion(kind, row.storedEtag());
  }

  static JobVersion written(String writeId) {
    return new JobVersion(Kind.WRITE_ID, writeId);
  }

  static JobVersion of(Job job) {
    String text = job.version();
    if (text == null) {
      throw new IllegalArgumentException("job " + job.key().id() + " was never stored");
    }
    int colon = text.indexOf(':');
    return new JobVersion(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }

  boolean hasSecret() {
    return kind == Kind.ETAG_WITH_SECRET;
  }

  String text() {
    return kind + ":" + value;
  }
}
