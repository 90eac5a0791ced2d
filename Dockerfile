FROM python:3.11.14-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 VAR_DIR=/var/lib/forefront
WORKDIR /srv/forefront
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN useradd --system --home-dir /var/lib/forefront --create-home forefront \
 && EMBEDDED=1 VAR_DIR=/tmp/build python manage.py collectstatic --no-input --verbosity 0 \
 && mkdir -p /var/lib/forefront && mv /tmp/build/static /var/lib/forefront/static && rm -rf /tmp/build \
 && chown -R forefront /var/lib/forefront
USER forefront
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4"]
