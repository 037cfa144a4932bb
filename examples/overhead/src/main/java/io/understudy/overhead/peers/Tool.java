package io.understudy.overhead.peers;

/** A comparator under measurement, set up for one input. */
interface Tool {
  /** Returns the number of differences by the tool's own count; 0 if both are equal. */
  long differences(Object control, Object candidate) throws Exception;
}
