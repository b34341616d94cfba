package model

import "testing"

func TestCarried(t *testing.T) {
	for result, want := range map[string]bool{
		"carried": true, "Carried by 5 to 2": true, "nem. con.": true, "UNANIMOUSLY": true, "agreed": true,
		"": false, "lost": false, "not carried": false, "carrie": false, "nem": false, "withdrawn": false,
	} {
		if Carried(result) != want {
			t.Errorf("%q: carried is %v", result, !want)
		}
	}
}
