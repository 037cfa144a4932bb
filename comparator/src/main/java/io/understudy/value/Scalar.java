package io.understudy.value;

/** The sorts of scalar values. Scalars of the same sort can be compared with each other. */
public enum Scalar {
  /** Not a scalar. */
  NONE,
  /** Any {@code CharSequence}; plain form {@code String}. */
  TEXT,
  /** {@code Boolean}, {@code AtomicBoolean}; plain form {@code Boolean}. */
  BOOLEAN,
  /** Plain form {@code Character}. */
  CHARACTER,
  /**
   * Plain form the boxed primitive, {@code BigInteger} or {@code BigDecimal}; atomics and adders
   * become {@code Integer}, {@code Long} or {@code Double}.
   */
  NUMBER,
  /** An enum constant; plain form its name, a {@code String}. */
  ENUM,
  /**
   * A point on the time line: {@code Instant}, {@code OffsetDateTime}, {@code ZonedDateTime},
   * {@code java.util.Date}, {@code java.sql.Timestamp}, {@code Calendar}; plain form {@code
   * Instant}.
   */
  INSTANT,
  /** {@code LocalDate}, {@code java.sql.Date}; plain form {@code LocalDate}. */
  LOCAL_DATE,
  /** {@code LocalTime}, {@code java.sql.Time}; plain form {@code LocalTime}. */
  LOCAL_TIME,
  /** A class; plain form its name, a {@code String}. */
  CLASS,
  /** Any other value with a sound {@code equals}; its plain form has one too. */
  OTHER
}
