"""The exit statuses of `kiosk check-pin`, its whole answer: none with which a program ends by accident, or by force."""

RIGHT, WRONG, NO_PIN = 40, 41, 42
