package app;

/** The key of bookings is its number. */
public class Account {
  final int number;

  Account(int number) {
    this.number = number;
  }
}
