export default function WallChartScreen() {
  return null
}
