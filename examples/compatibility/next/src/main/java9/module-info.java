/** The new tariffs; nobody else may see into them. */
module com.acme.next {
  requires com.acme.tariff;
}
