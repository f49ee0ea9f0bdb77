declare module 'virtual:weather-icons' {
  const url: string
  export default url
}
