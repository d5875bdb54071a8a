// The plain part of the task in Polars, as plain.sql has it. Usage: node plain.mjs FOLDER OF THE EXTRACTS, FOLDER WITH nodejs-polars.
// Prints CPU seconds, wall seconds, peak memory in MB and rows.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, modules] = process.argv.slice(2);
const polars = createRequire(join(modules, 'package.json'))('nodejs-polars');
const pl = polars.default ?? polars;
const began = performance.now();
const used = () => { const usage = process.resourceUsage(); return (usage.userCPUTime + usage.systemCPUTime) / 1e6; };
const before = used();

const { col, lit, when } = pl;
const scan = (name, columns, numbers = []) => pl.scanCSV(join(folder, 'extracts', `${name}.csv`), {
  schema: Object.fromEntries(columns.map(column => [column, numbers.includes(column) ? pl.Int64 : pl.String])), hasHeader: true,
});
const date = name => col(name).str.strptime(pl.Date, '%Y-%m-%d');
const [from, to] = [lit(19814).cast(pl.Int32), lit(20178).cast(pl.Int32)];
const day = name => date(name).cast(pl.Int32);
const inYear = name => day(name).gtEq(from).and(day(name).ltEq(to));

const prices = pl.readCSV(join(folder, 'prices.csv'));
const priceOf = (setting, unit) => prices.filter(col('setting').eq(lit(setting)).and(col('unit').eq(lit(unit)))).select('price_key', 'pence', 'per');
const averageOf = price => price.filter(col('price_key').eq(lit('||'))).toRecords()[0];

const person = scan('gp_registrations', ['nhs_number', 'patient_id', 'family_name', 'given_name', 'birth_date', 'sex', 'postcode', 'practice', 'neighbourhood', 'area', 'deprivation_decile', 'ethnic_group', 'start_date', 'end_date'], ['nhs_number'])
  .select('nhs_number').unique({ subset: ['nhs_number'] }).collectSync();
const people = person.lazy();

function contacts(name, columns, setting, key, as) {
  const price = priceOf(setting, 'contact');
  const average = averageOf(price);
  return scan(name, columns, ['nhs_number'])
    .select('nhs_number', 'source_id', 'provider', 'on_day', 'attended', key)
    .unique({ subset: ['provider', 'source_id'] })
    .filter(inYear('on_day'))
    .join(people, { on: 'nhs_number', how: 'inner' })
    .withColumns(pl.concatString([col(key), lit('||')], '').alias('price_key'), col('attended').fillNull(lit('5')).isIn(['5', '6']).alias('costed'))
    .join(price.lazy(), { on: 'price_key', how: 'left' })
    .withColumns(when(col('costed')).then(col('pence').fillNull(lit(average.pence))).otherwise(lit(0)).cast(pl.Int64).alias('pence'))
    .groupBy('nhs_number').agg(col('costed').sum().cast(pl.Int64).alias(`${as}_contacts`), col('pence').sum().alias(`cost_${as}`))
    .collectSync();
}

function appointments() {
  const price = priceOf('primary_care', 'minute');
  const average = averageOf(price);
  const [planned, actual] = [col('planned'), col('actual')];
  const minutes = when(actual.gt(0).and(actual.lt(planned))).then(actual).when(planned.gt(0)).then(planned).when(actual.gt(0)).then(actual).otherwise(lit(10));
  return scan('gp_appointments', ['nhs_number', 'source_id', 'practice', 'on_day', 'status', 'clinician', 'mode', 'planned', 'actual'], ['nhs_number', 'planned', 'actual'])
    .select('nhs_number', 'source_id', 'practice', 'on_day', 'status', 'clinician', 'planned', 'actual')
    .unique({ subset: ['practice', 'source_id'] })
    .filter(inYear('on_day'))
    .join(people, { on: 'nhs_number', how: 'inner' })
    .withColumns(pl.concatString([col('clinician'), lit('||')], '').alias('price_key'), minutes.alias('minutes'),
      col('status').isIn(['ARRIVED', 'IN PROGRESS', 'FINISHED', 'VISIT', 'WAITING', 'PATIENT WALKED OUT', 'ATTENDED']).alias('costed'))
    .withColumns(when(col('minutes').gt(60)).then(lit(60)).otherwise(col('minutes')).cast(pl.Int64).alias('minutes'))
    .join(price.lazy(), { on: 'price_key', how: 'left' })
    .withColumns(col('pence').fillNull(lit(average.pence)).cast(pl.Int64).alias('pence'), col('per').fillNull(lit(average.per)).cast(pl.Int64).alias('per'))
    // Whole pence, half up: the remainder is taken off, as division here may be of doubles.
    .withColumns(col('pence').mul(col('minutes')).mul(2).plus(col('per')).alias('twice'), col('per').mul(2).alias('divisor'))
    .withColumns(when(col('costed')).then(col('twice').minus(col('twice').modulo(col('divisor'))).div(col('divisor'))).otherwise(lit(0)).round(0).cast(pl.Int64).alias('pence'))
    .groupBy('nhs_number').agg(col('costed').sum().cast(pl.Int64).alias('gp_appointments'), col('pence').sum().alias('cost_primary_care'))
    .collectSync();
}

function stays() {
  const price = priceOf('inpatient', 'spell').lazy();
  const order = col('episode_order');
  const kind = when(col('method').str.slice(0, 1).eq(lit('1')).and(col('patient_class').eq(lit('2')))).then(lit('day_case'))
    .when(col('method').str.slice(0, 1).eq(lit('1')).and(col('patient_class').isIn(['3', '4']))).then(lit('regular'))
    .when(col('method').str.slice(0, 1).eq(lit('1'))).then(lit('elective'))
    .when(col('nights').ltEq(1)).then(lit('non_elective_short')).otherwise(lit('non_elective_long'));
  return scan('acute_inpatients', ['nhs_number', 'source_id', 'birth_date', 'sex', 'provider', 'spell_number', 'episode_order', 'episode_status', 'admitted', 'start_date', 'end_date', 'discharged', 'method', 'patient_class', 'discharge_method', 'main_specialty', 'hrg', 'diagnosis_1', 'diagnosis_2', 'diagnosis_3'], ['nhs_number', 'episode_order'])
    .select('nhs_number', 'source_id', 'provider', 'spell_number', 'episode_order', 'admitted', 'end_date', 'discharged', 'method', 'patient_class', 'hrg')
    .unique({ subset: ['provider', 'source_id'] })
    .join(people, { on: 'nhs_number', how: 'inner' })
    .withColumns(day('admitted').alias('admitted'), day('discharged').fillNull(day('end_date')).alias('discharged'))
    .groupBy(['nhs_number', 'provider', 'spell_number']).agg(
      col('admitted').min(), col('discharged').max(),
      col('method').sortBy(order).first().alias('method'), col('patient_class').sortBy(order).last().alias('patient_class'), col('hrg').sortBy(order).last().alias('hrg'))
    .filter(col('discharged').gtEq(from).and(col('discharged').ltEq(to)))
    .withColumns(col('discharged').minus(col('admitted')).cast(pl.Int64).alias('nights'))
    .withColumns(kind.alias('kind'))
    .withColumns(pl.concatString([col('hrg'), lit('|'), col('kind'), lit('|')], '').alias('price_key'), pl.concatString([lit('|'), col('kind'), lit('|')], '').alias('average_key'))
    .join(price, { on: 'price_key', how: 'left' })
    .join(price, { leftOn: 'average_key', rightOn: 'price_key', how: 'left', suffix: '_average' })
    .withColumns(col('pence').fillNull(col('pence_average')).cast(pl.Int64).alias('pence'))
    .groupBy('nhs_number').agg(col('pence').count().cast(pl.Int64).alias('admissions'), col('nights').sum().alias('bed_days'), col('pence').sum().alias('cost_inpatient'))
    .collectSync();
}

function services() {
  const days = when(day('end_date').isNull().or(day('end_date').gt(to))).then(to).otherwise(day('end_date'))
    .minus(when(day('start_date').gt(from)).then(day('start_date')).otherwise(from)).plus(1).cast(pl.Int64);
  const before = when(day('start_date').lt(from)).then(from.minus(day('start_date'))).otherwise(lit(0)).cast(pl.Int64);
  const whole = (twice, divisor) => twice.minus(twice.modulo(lit(divisor).cast(pl.Int64))).div(lit(divisor)).round(0).cast(pl.Int64);
  return scan('social_care_services', ['nhs_number', 'authority', 'person_reference', 'source_id', 'birth_date', 'service_type', 'service_component', 'start_date', 'end_date', 'unit_cost', 'frequency', 'units', 'event_type'], ['nhs_number'])
    .select('nhs_number', 'authority', 'person_reference', 'source_id', 'service_type', 'start_date', 'end_date', 'unit_cost', 'frequency', 'units')
    .unique({ subset: ['authority', 'person_reference', 'source_id', 'start_date'] })
    .join(people, { on: 'nhs_number', how: 'inner' })
    .withColumns(days.alias('days'), before.alias('before'), col('frequency').str.toUpperCase().alias('frequency'),
      col('unit_cost').cast(pl.Float64).mul(100).round(0).cast(pl.Int64).alias('unit_pence'), col('units').cast(pl.Float64).mul(10000).round(0).cast(pl.Int64).alias('units'),
      pl.concatString([col('service_type').str.toUpperCase(), lit('||')], '').alias('price_key'))
    .filter(col('days').gtEq(1))
    .join(priceOf('social_care', 'day').lazy(), { on: 'price_key', how: 'left' })
    .withColumns(when(col('unit_pence').isNull()).then(col('pence').cast(pl.Int64).mul(col('days')))
      .when(col('frequency').eq(lit('WEEKLY'))).then(whole(col('unit_pence').mul(col('before').plus(col('days'))).mul(2).plus(7), 14).minus(whole(col('unit_pence').mul(col('before')).mul(2).plus(7), 14)))
      .otherwise(whole(col('unit_pence').mul(col('units')).mul(col('before').plus(col('days'))).mul(2).plus(70000), 140000).minus(whole(col('unit_pence').mul(col('units')).mul(col('before')).mul(2).plus(70000), 140000))).alias('pence'))
    .groupBy('nhs_number').agg(col('pence').sum().alias('cost_social_care'))
    .collectSync();
}

const community = ['nhs_number', 'source_id', 'birth_date', 'provider', 'on_day', 'attended', 'medium', 'team', 'currency', 'minutes'];
const parts = [
  appointments(),
  stays(),
  contacts('community_contacts', community, 'community', 'currency', 'community'),
  contacts('mental_health_contacts', community.filter(column => column !== 'currency'), 'mental_health', 'team', 'mental_health'),
  services(),
];
const costs = ['cost_primary_care', 'cost_inpatient', 'cost_community', 'cost_mental_health', 'cost_social_care'];
const counts = ['gp_appointments', 'admissions', 'bed_days', 'community_contacts', 'mental_health_contacts'];
const whole = parts.reduce((table, part) => table.join(part.lazy(), { on: 'nhs_number', how: 'left' }), people)
  .select('nhs_number', ...[...counts, ...costs].map(name => col(name).fillNull(lit(0)).cast(pl.Int64).alias(name)))
  .withColumns(costs.map(name => col(name)).reduce((sum, cost) => sum.plus(cost)).alias('cost'))
  .sort('nhs_number').collectSync();
whole.writeParquet(join(folder, 'plain-polars.parquet'), { compression: 'zstd' });
console.log(`${used() - before} ${(performance.now() - began) / 1000} ${process.resourceUsage().maxRSS / 1000} ${whole.height}`);
