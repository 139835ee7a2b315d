package io.quantumexecutor.job;

import java.time.LocalDate;
import java.util.List;

/** Port: what is to be removed, and when. All methods may throw {@link StorageTroubleException}. */
public interface ExpiringRows {
  /** Notes what is to be removed; noting it again is harmless. */
  void add(Expiring expiring);

  /** What is to be removed on that day or was before, the oldest day first, at most so many. */
  List<Expiring> due(LocalDate today, int limit);

  /** Forgets a note; one that is gone already is fine. */
  void remove(Expiring expiring);
}
