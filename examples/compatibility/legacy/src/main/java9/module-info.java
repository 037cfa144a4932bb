/** The old tariffs. */
module com.acme.tariff {
  exports com.acme.tariff;
}
