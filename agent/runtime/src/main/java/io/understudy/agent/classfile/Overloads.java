package io.understudy.agent.classfile;

import java.util.Collection;
import java.util.HashSet;
import java.util.TreeSet;

/** The advice for a name that means several methods. Stateless. */
public final class Overloads {
  private Overloads() {}

  /**
   * Returns what to write, to be put after the configured method. Methods that differ by their
   * result only, as some compilers and obfuscators make them, cannot be told apart by parameters.
   *
   * @param otherwise what to write if the parameters tell the methods apart
   * @param parameters the parameter types of each method, as one text
   * @param withResults each method with its parameters and its result
   */
  public static String advice(
      String otherwise, Collection<String> parameters, Collection<String> withResults) {
    return new HashSet<>(parameters).size() == parameters.size()
        ? otherwise
        : " has several bodies that differ by their result only ("
            + String.join(", ", new TreeSet<>(withResults))
            + "), which parameter types cannot tell apart; name a method that calls the one you"
            + " mean";
  }
}
