package app;

import java.io.BufferedReader;
import java.io.InputStreamReader;

/** Executes commands line by line, and prints a reply to each. */
public class Live {
  public static void main(String[] arguments) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    Legacy legacy = new Legacy();
    System.out.println("> ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line) {
        case "call good":
          legacy.good("a");
          System.out.println("> called");
          break;
        case "call bad":
          legacy.bad("a");
          System.out.println("> called");
          break;
        default:
          System.out.println("> bye");
          return;
      }
    }
  }
}
