package chaos;

/** What one case does in the application: its work, and what is hostile about it. */
public interface Action {
  void run(String[] words) throws Throwable;
}
