// The replacement of the parcel desk: a service in Node, without a framework.
// Usage: node server.js [PORT]   (0 for any free port; prints "listening on PORT")
'use strict';

const http = require('http');

const zones = { 1: ['CH', 'AT', 'DE'], 2: ['FR', 'IT', 'PL'], 3: ['US', 'JP', 'BR'] };

function zoneOf(country) {
  for (const [zone, countries] of Object.entries(zones)) {
    if (countries.includes(country)) return Number(zone);
  }
  return undefined;
}

// Planted fault: a parcel of exactly 20 kg is not freight here.
function serviceOf(weight) {
  if (weight <= 0.5) return 'LETTER';
  return weight <= 20 ? 'PARCEL' : 'FREIGHT';
}

// Planted fault: Sunday counts as a working day.
function arrivalOf(day, workingDays) {
  const date = new Date(day + 'T00:00:00Z');
  for (let left = workingDays; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() !== 6) left--;
  }
  return date.toISOString().slice(0, 10);
}

// No planted fault: amounts in binary, rounded at the end, lose a cent here and there.
function quote(request) {
  const zone = zoneOf(request.country);
  let price = 3.95 * zone + request.parcel.weight * 1.15 * zone;
  if (request.parcel.insured) price *= 1.025;
  return {
    price: Math.round(price * 100) / 100,
    delivery: { arrival: arrivalOf(request.day, 2 * zone) },
    service: serviceOf(request.parcel.weight),
  };
}

function send(response, status, body) {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
  });
  response.end(bytes);
}

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url, 'http://localhost');
    if (request.method === 'POST' && url.pathname === '/quotes') {
      const asked = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      if (zoneOf(asked.country) === undefined) {
        // Planted fault: the message is written in another way.
        const message = asked.parcel.insured ? 'no tariff: ' : 'no tariff for ';
        send(response, 422, { error: message + asked.country });
      } else {
        send(response, 200, { quote: quote(asked) });
      }
    } else if (request.method === 'GET' && url.pathname.startsWith('/zones/')) {
      const countries = zones[url.pathname.slice('/zones/'.length)];
      if (countries === undefined) send(response, 404, { error: 'no such zone' });
      else send(response, 200, countries);
    } else {
      send(response, 400, { error: 'no such resource' });
    }
  });
});

server.listen(Number(process.argv[2] || 8081), '127.0.0.1', () =>
  console.log('listening on ' + server.address().port));
